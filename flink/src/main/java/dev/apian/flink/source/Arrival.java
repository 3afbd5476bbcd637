// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a record from Kafka turned out to be.
public sealed interface Arrival {

    /// @param partition topic and number, whose clock says whether the call is in time
    record Read(String partition, Call call) implements Arrival {}

    record Refused(DeadLetter letter) implements Arrival {}

    /// Nothing more comes in this partition: whatever waits for its time may go on.
    ///
    /// Told by a record with the header [RecordSchema#END]. Flink's own way to end a job that lets time run out
    /// first, `drain`, forbids state that every task must see whole, such as the clocks of partitions.
    record Ended(String partition) implements Arrival {}

    default void save(DataOutput out) throws IOException {
        switch (this) {
            case Read(String partition, Call call) -> {
                out.writeByte(READ);
                CallCodec.text(out, partition);
                CallCodec.save(call, out);
            }
            case Refused(DeadLetter letter) -> {
                out.writeByte(REFUSED);
                letter.save(out);
            }
            case Ended(String partition) -> {
                out.writeByte(ENDED);
                CallCodec.text(out, partition);
            }
        }
    }

    static Arrival read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case READ -> new Read(CallCodec.text(in), CallCodec.load(in));
            case REFUSED -> new Refused(DeadLetter.read(in));
            case ENDED -> new Ended(CallCodec.text(in));
            default -> throw new IOException("arrival of kind " + kind + ", known are 0 to " + ENDED);
        };
    }

    int READ = 0;
    int REFUSED = 1;
    int ENDED = 2;
}
