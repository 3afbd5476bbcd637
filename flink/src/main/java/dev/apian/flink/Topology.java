// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink;

import static org.apache.flink.configuration.ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION;

import dev.apian.flink.operator.AdmissionOperator;
import dev.apian.flink.operator.IdentityOperator;
import dev.apian.flink.operator.NetworkOperator;
import dev.apian.flink.operator.PopulationOperator;
import dev.apian.flink.operator.ProfileOperator;
import dev.apian.flink.operator.SignalOperator;
import dev.apian.flink.operator.TemplateOperator;
import dev.apian.flink.operator.TouchOperator;
import dev.apian.flink.operator.TriageOperator;
import dev.apian.flink.sink.CatalogueOperator;
import dev.apian.flink.sink.LakeCommitOperator;
import dev.apian.flink.sink.LakeWriteOperator;
import dev.apian.flink.sink.Lakebound;
import dev.apian.flink.sink.Told;
import dev.apian.flink.sink.Topics;
import dev.apian.flink.source.Admitted;
import dev.apian.flink.source.Arrival;
import dev.apian.flink.source.PartitionClock;
import dev.apian.flink.source.RecordSchema;
import dev.apian.flink.wire.Known;
import dev.apian.flink.wire.Wire;
import dev.apian.flink.wire.WireType;
import dev.apian.lake.LakeWriter;
import dev.apian.lake.Table;
import dev.apian.lake.row.CallRows;
import dev.apian.lake.row.Rows;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/// The whole job on one page: the stages of [dev.apian.Pipeline] in the order calls flow.
///
/// ```
/// Kafka ─► read ─► admit ─┬─► touch ─► identify ─► profile ─┬────────► signal ─┬─► triage ─► Kafka, catalogue
///                         │     ▲       (one)          │    ├► network ────────┤
///                         └► templates (one) ──────────┘    └► population (one)└► lake
/// ```
///
/// Steps of which there is one are never chained to others: with one task of everything they would be, and state
/// would not find its way back at another parallelism. Learners publish knowledge that is broadcast downstream, never
/// back: there is no loop. Every operator has an
/// id that never changes, so that state finds it after a release.
public final class Topology {

    /// For each of a task manager's threads: what makes calls to rows belongs to one.
    private static final ThreadLocal<CallRows> ROWS = ThreadLocal.withInitial(CallRows::new);

    /// Keys are spread over so many groups, the most tasks that one step can ever have.
    public static final int PARALLELISM_MAX = 1_024;

    /// A partition may be read so far ahead of the slowest one, in event time; what is ahead waits in memory.
    public static final Duration DRIFT_MAX = Duration.ofHours(12);

    /// A partition silent for so long does not hold event time back.
    public static final Duration SILENT_MAX = Duration.ofSeconds(60);

    private static final Duration DRIFT_LOOK = Duration.ofMillis(100);

    private final StreamExecutionEnvironment environment;
    private final JobSettings settings;

    private Topology(StreamExecutionEnvironment environment, JobSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /// Adds the job to an environment, which then executes it.
    public static void build(StreamExecutionEnvironment environment, JobSettings settings) {
        environment.setParallelism(settings.parallelism());
        environment.setMaxParallelism(PARALLELISM_MAX);
        environment.getConfig().enableObjectReuse();
        environment.enableCheckpointing(settings.checkpointInterval().toMillis());
        environment.getCheckpointConfig().setExternalizedCheckpointRetention(RETAIN_ON_CANCELLATION);
        new Topology(environment, settings).build();
    }

    private void build() {
        SingleOutputStreamOperator<Admitted> admitted = admitted();
        SingleOutputStreamOperator<Known<Templates>> templates = templates(admitted);
        SingleOutputStreamOperator<Touched> touched = touched(admitted, templates);
        DataStream<Identified> identified = identified(touched);
        SingleOutputStreamOperator<Profiled> profiled = informed(
                identified.keyBy(call -> call.actor().key(), Types.LONG),
                call -> call.actor().key(),
                templates,
                "profile",
                new ProfileOperator(),
                Wire.PROFILED);
        DataStream<Known<Population>> population = population(profiled, templates);
        DataStream<Signal> signals = informed(
                        profiled.forward(),
                        call -> call.identified().actor().key(),
                        population,
                        "signal",
                        new SignalOperator(),
                        Wire.SIGNAL)
                .union(ofNetworks(profiled));
        DataStream<Told> alerts = signals.keyBy(signal -> signal.actor().key(), Types.LONG)
                .transform("triage", new WireType<>(Wire.TOLD), new TriageOperator())
                .uid("triage");
        if (settings.catalogue() != null) {
            alerts.transform("alerts to the catalogue", Types.VOID, new CatalogueOperator(settings.catalogue()))
                    .uid("alerts-to-catalogue")
                    .setParallelism(1)
                    .disableChaining();
        }
        if (settings.lake() != null) {
            toLake(settings.lake(), profiled, touched, signals, templates);
        }
        alerts.sinkTo(Topics.alerts(settings)).name("alerts to Kafka").uid("alerts-to-kafka");
        admitted.getSideOutput(AdmissionOperator.DEAD_LETTERS)
                .sinkTo(Topics.deadLetters(settings))
                .name("dead letters to Kafka")
                .uid("dead-letters-to-kafka");
    }

    private SingleOutputStreamOperator<Admitted> admitted() {
        KafkaSource<Arrival> source = KafkaSource.<Arrival>builder()
                .setBootstrapServers(settings.kafka())
                .setTopics(settings.calls())
                .setGroupId(settings.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RecordSchema(settings.records()))
                .build();
        long lateness = settings.latenessMicros();
        WatermarkStrategy<Arrival> time = WatermarkStrategy.<Arrival>forGenerator(
                        context -> new PartitionClock(lateness))
                .withTimestampAssigner((arrival, before) -> microsOf(arrival))
                // Flink takes milliseconds; watermarks of this job are microseconds.
                .withWatermarkAlignment("calls", Duration.ofMillis(DRIFT_MAX.toMillis() * 1_000), DRIFT_LOOK)
                .withIdleness(SILENT_MAX);
        return environment
                .fromSource(source, time, "read", new WireType<>(Wire.ARRIVAL))
                .uid("read")
                .setParallelism(settings.readers())
                .transform("admit", new WireType<>(Wire.ADMITTED), new AdmissionOperator(lateness))
                .uid("admit")
                .setParallelism(settings.readers());
    }

    private static long microsOf(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Read read -> read.call().micros();
            case Arrival.Refused refused -> Long.MIN_VALUE;
            case Arrival.Ended ended -> Long.MIN_VALUE;
        };
    }

    private SingleOutputStreamOperator<Known<Templates>> templates(DataStream<Admitted> admitted) {
        DataStream<Call> bare = admitted.filter(call -> !call.late())
                .name("in time")
                .uid("in-time")
                .setParallelism(settings.readers())
                .map(call -> call.call().bare())
                .returns(new WireType<>(Wire.CALL))
                .name("bare")
                .uid("bare")
                .setParallelism(settings.readers());
        return bare.transform("templates", new WireType<Known<Templates>>(Wire.TEMPLATES), new TemplateOperator())
                .uid("templates")
                .setParallelism(1)
                .disableChaining();
    }

    private static SingleOutputStreamOperator<Touched> touched(
            DataStream<Admitted> admitted, DataStream<Known<Templates>> templates) {
        return admitted.connect(templates.broadcast())
                .transform("touch", new WireType<>(Wire.TOUCHED), new TouchOperator())
                .uid("touch");
    }

    private static DataStream<Identified> identified(DataStream<Touched> touched) {
        return touched.keyBy(call -> Steps.PIPELINE.identity().keyOf(call), Types.LONG)
                .transform("identify", new WireType<Identified>(Wire.IDENTIFIED), new IdentityOperator())
                .uid("identify")
                .setParallelism(1)
                .disableChaining();
    }

    private static DataStream<Known<Population>> population(
            SingleOutputStreamOperator<Profiled> profiled, DataStream<Known<Templates>> templates) {
        return profiled.getSideOutput(ProfileOperator.LESSONS)
                .connect(templates.broadcast())
                .transform("population", new WireType<Known<Population>>(Wire.POPULATION), new PopulationOperator())
                .uid("population")
                .setParallelism(1)
                .disableChaining();
    }

    /// Writers beside what they write, and one committer for all of them.
    private static void toLake(
            Path lake,
            SingleOutputStreamOperator<Profiled> profiled,
            SingleOutputStreamOperator<Touched> touched,
            DataStream<Signal> signals,
            SingleOutputStreamOperator<Known<Templates>> templates) {
        DataStream<Lakebound> calls = written("calls", lake, profiled, (call, writer) -> {
            writer.append(ROWS.get().of(call.identified(), call.provenance()));
        });
        DataStream<Lakebound> late = written(
                "late",
                lake,
                touched.getSideOutput(TouchOperator.LATE),
                (call, writer) -> writer.append(ROWS.get().late(call)));
        DataStream<Lakebound> actors = written(
                "actors",
                lake,
                profiled.getSideOutput(ProfileOperator.ACTORS),
                (dossier, writer) -> append(dossier, writer));
        DataStream<Lakebound> raised = written(
                "signals", lake, signals, (signal, writer) -> writer.append(Table.SIGNALS, Rows.signal(signal)));
        calls.union(late, actors, raised, templates.getSideOutput(TemplateOperator.ENDPOINTS))
                .transform("publish in the lake", Types.VOID, new LakeCommitOperator(lake))
                .uid("publish")
                .setParallelism(1)
                .disableChaining();
    }

    private static void append(Dossier dossier, LakeWriter writer) throws IOException {
        Optional<Map<String, Object>> row = Rows.actor(dossier);
        if (row.isPresent()) {
            writer.append(Table.ACTORS, row.get());
        }
    }

    private static <T> DataStream<Lakebound> written(
            String table, Path lake, DataStream<T> items, LakeWriteOperator.Row<T> row) {
        return items.transform(
                        "write " + table, new WireType<Lakebound>(Wire.LAKEBOUND), new LakeWriteOperator<>(lake, row))
                .uid("write-" + table);
    }

    private static DataStream<Signal> ofNetworks(SingleOutputStreamOperator<Profiled> profiled) {
        return profiled.getSideOutput(ProfileOperator.OF_NETWORKS)
                .keyBy(call -> Steps.PIPELINE.networks().keyOf(call), Types.LONG)
                .transform("network", new WireType<Signal>(Wire.SIGNAL), new NetworkOperator())
                .uid("network");
    }

    /// A keyed step beside broadcast knowledge, which has no key.
    @SuppressWarnings("NullAway") // the second input has no key, which Flink takes as null
    private <I, K, O> SingleOutputStreamOperator<O> informed(
            DataStream<I> items,
            KeySelector<I, Long> key,
            DataStream<Known<K>> knowledge,
            String id,
            TwoInputStreamOperator<I, Known<K>, O> operator,
            Wire out) {
        TwoInputTransformation<I, Known<K>, O> step = new TwoInputTransformation<>(
                items.getTransformation(),
                knowledge.broadcast().getTransformation(),
                id,
                SimpleOperatorFactory.of(operator),
                new WireType<>(out),
                settings.parallelism());
        step.setStateKeySelectors(key, null);
        step.setStateKeyType(Types.LONG);
        step.setUid(id);
        environment.addOperator(step);
        return new Step<>(environment, step);
    }

    private static final class Step<T> extends SingleOutputStreamOperator<T> {

        private Step(StreamExecutionEnvironment environment, TwoInputTransformation<?, ?, T> step) {
            super(environment, step);
        }
    }
}
