// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Writes and reads lessons, for runners whose learner is on another machine.
public final class LessonCodec {

    private static final int ACTIVE = 0;
    private static final int USED = 1;
    private static final int HOUR = 2;
    private static final int ACCESS = 3;
    private static final int OWNED = 4;
    private static final int USED_ON = 5;

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
            case Lesson.Hour(long endpoint, int calls) -> {
                out.writeByte(HOUR);
                out.writeLong(endpoint);
                out.writeInt(calls);
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
            case HOUR -> new Lesson.Hour(in.readLong(), in.readInt());
            case ACCESS -> new Lesson.Access(in.readLong(), in.readLong(), in.readBoolean(), in.readLong());
            case OWNED -> new Lesson.Owned(in.readLong(), in.readLong(), in.readBoolean(), in.readLong());
            case USED_ON -> new Lesson.UsedOn(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            default -> throw new IOException("lesson of kind " + kind + ", known are 0 to " + USED_ON);
        };
    }
}
