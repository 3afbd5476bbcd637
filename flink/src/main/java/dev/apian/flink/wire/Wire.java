// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.wire;

import dev.apian.flink.Steps;
import dev.apian.flink.sink.Lakebound;
import dev.apian.flink.sink.Told;
import dev.apian.flink.source.Admitted;
import dev.apian.flink.source.Arrival;
import dev.apian.flink.source.DeadLetter;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.profile.Lesson;
import dev.apian.stage.profile.LessonCodec;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.SignalCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The kinds of records that travel between tasks, each with its codec. All of them are immutable.
@SuppressWarnings("ImmutableEnumChecker") // codecs hold nothing
public enum Wire {
    ARRIVAL(Arrival.class, Arrival::save, Arrival::read),
    ADMITTED(Admitted.class, Admitted::save, Admitted::read),
    DEAD_LETTER(DeadLetter.class, DeadLetter::save, DeadLetter::read),
    CALL(Call.class, CallCodec::save, CallCodec::load),
    TOUCHED(Touched.class, Touched::save, Touched::read),
    IDENTIFIED(Identified.class, Identified::save, Identified::read),
    PROFILED(Profiled.class, Profiled::save, Profiled::read),
    LESSON(Lesson.class, LessonCodec::write, LessonCodec::read),
    ACTOR(Dossier.class, Dossier::save, Dossier::read),
    SIGNAL(Signal.class, SignalCodec::write, in -> SignalCodec.read(in, Steps.CARDS)),
    TEMPLATES(Known.class, Wire::saveTemplates, in -> new Known<>(in.readLong(), Templates.read(in))),
    POPULATION(Known.class, Wire::savePopulation, in -> new Known<>(in.readLong(), Population.read(in))),
    TOLD(Told.class, Told::save, Told::read),
    LAKEBOUND(Lakebound.class, Lakebound::save, Lakebound::read);

    private final Class<?> type;
    private final Writer<Object> writer;
    private final Reader<?> reader;

    @SuppressWarnings("unchecked") // a constant pairs a class with its own writer
    <T> Wire(Class<T> type, Writer<? super T> writer, Reader<? extends T> reader) {
        this.type = type;
        this.writer = (Writer<Object>) writer;
        this.reader = reader;
    }

    Class<?> type() {
        return type;
    }

    public void write(Object item, DataOutput out) throws IOException {
        writer.write(item, out);
    }

    public Object read(DataInput in) throws IOException {
        return reader.read(in);
    }

    private static void saveTemplates(Known<?> known, DataOutput out) throws IOException {
        out.writeLong(known.tick());
        ((Templates) known.knowledge()).save(out);
    }

    private static void savePopulation(Known<?> known, DataOutput out) throws IOException {
        out.writeLong(known.tick());
        ((Population) known.knowledge()).save(out);
    }

    private interface Writer<T> {
        void write(T item, DataOutput out) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }
}
