// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Actor;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Writes and reads lessons, for runners whose learner is on another machine.
public final class LessonCodec {

    private static final int ACTIVE = 0;
    private static final int USED = 1;
    private static final int WINDOW = 2;
    private static final int ACCESS = 3;
    private static final int OWNED = 4;
    private static final int FLOW = 5;
    private static final int USED_ON = 6;
    private static final int NAMED = 7;

    private LessonCodec() {}

    public static void write(Lesson lesson, DataOutput out) throws IOException {
        switch (lesson) {
            case Lesson.Active(long group, long micros) -> {
                out.writeByte(ACTIVE);
                out.writeLong(group);
                out.writeLong(micros);
            }
            case Lesson.Used(long group, long endpoint, long micros) -> {
                out.writeByte(USED);
                out.writeLong(group);
                out.writeLong(endpoint);
                out.writeLong(micros);
            }
            case Lesson.UsedOn(long actor, long group, long endpoint, long micros) -> {
                out.writeByte(USED_ON);
                out.writeLong(actor);
                out.writeLong(group);
                out.writeLong(endpoint);
                out.writeLong(micros);
            }
            case Lesson.Named(long actor, long group, String name, String application) -> {
                out.writeByte(NAMED);
                out.writeLong(actor);
                out.writeLong(group);
                out.writeUTF(name);
                out.writeUTF(application);
            }
            case Lesson.Window window -> {
                out.writeByte(WINDOW);
                out.writeLong(window.group());
                Codec.writeEnum(out, window.kind());
                out.writeLong(window.endpoint());
                Codec.writeEnum(out, window.scale());
                out.writeLong(window.micros());
                out.writeInt(window.count());
                out.writeInt(window.weight());
                window.before().save(out);
                window.hour().save(out);
            }
            case Lesson.Flow flow -> {
                out.writeByte(FLOW);
                out.writeLong(flow.group());
                Codec.writeEnum(out, flow.kind());
                out.writeLong(flow.endpoint());
                out.writeLong(flow.micros());
                out.writeInt(flow.before());
                out.writeInt(flow.count());
                out.writeBoolean(flow.newly());
                flow.usual().save(out);
            }
            case Lesson.Access(long group, long endpoint, boolean explained, long micros) -> {
                out.writeByte(ACCESS);
                out.writeLong(group);
                out.writeLong(endpoint);
                out.writeBoolean(explained);
                out.writeLong(micros);
            }
            case Lesson.Owned(long group, long endpoint, boolean foreign, long micros) -> {
                out.writeByte(OWNED);
                out.writeLong(group);
                out.writeLong(endpoint);
                out.writeBoolean(foreign);
                out.writeLong(micros);
            }
        }
    }

    public static Lesson read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case ACTIVE -> new Lesson.Active(in.readLong(), in.readLong());
            case USED -> new Lesson.Used(in.readLong(), in.readLong(), in.readLong());
            case WINDOW ->
                new Lesson.Window(
                        in.readLong(),
                        Codec.readEnum(in, Actor.Kind.class),
                        in.readLong(),
                        Codec.readEnum(in, Scale.class),
                        in.readLong(),
                        in.readInt(),
                        in.readInt(),
                        Past.read(in),
                        ActiveHours.Share.read(in));
            case FLOW ->
                new Lesson.Flow(
                        in.readLong(),
                        Codec.readEnum(in, Actor.Kind.class),
                        in.readLong(),
                        in.readLong(),
                        in.readInt(),
                        in.readInt(),
                        in.readBoolean(),
                        Past.read(in));
            case ACCESS -> new Lesson.Access(in.readLong(), in.readLong(), in.readBoolean(), in.readLong());
            case OWNED -> new Lesson.Owned(in.readLong(), in.readLong(), in.readBoolean(), in.readLong());
            case USED_ON -> new Lesson.UsedOn(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            case NAMED -> new Lesson.Named(in.readLong(), in.readLong(), in.readUTF(), in.readUTF());
            default -> throw new IOException("lesson of kind " + kind + ", known are 0 to " + NAMED);
        };
    }
}
