// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.server.live.PartitionMerge.Read;
import dev.apian.server.live.PartitionMerge.Run;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Records of one partition on their way to the engine. A record that is no call is counted when the engine has taken
/// those before it, so a checkpoint holds exactly the counts up to its offset.
final class TopicPortion implements Replayables.Portion {

    private record Bad(long offset, Rejected rejected) {}

    private final String source;
    private final Refused refused;
    private final LongConsumer took;
    private final long end;
    private final List<Call> calls = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private int taken;
    private int counted;

    private TopicPortion(String source, Refused refused, LongConsumer took, long end) {
        this.source = source;
        this.refused = refused;
        this.took = took;
        this.end = end;
    }

    /// @param took hears the offset behind what the engine took
    static TopicPortion of(Run run, Refused refused, LongConsumer took) {
        String source = "Kafka " + run.partition();
        TopicPortion portion = new TopicPortion(source, refused, took, run.end());
        for (Read read : run.records()) {
            switch (read.outcome()) {
                case Accepted accepted -> {
                    portion.calls.add(accepted.call());
                    portion.offsets.add(read.offset());
                }
                case Rejected rejected -> portion.bad.add(new Bad(read.offset(), rejected));
            }
        }
        return portion;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Call> calls() {
        return calls;
    }

    @Override
    public void take() {
        long offset = offsets.get(taken++);
        countBefore(offset);
        took.accept(offset + 1);
    }

    @Override
    public void finish() {
        countBefore(end);
        took.accept(end);
    }

    private void countBefore(long offset) {
        while (counted < bad.size() && bad.get(counted).offset < offset) {
            Bad one = bad.get(counted++);
            refused.add(source, one.rejected, Math.toIntExact(Math.min(Integer.MAX_VALUE, one.offset + 1)));
        }
    }
}
