// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stream.EventClock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/// Tells Flink how far event time has come in one partition, by the rule of [EventClock].
///
/// Watermarks of this job count microseconds, as everything in Apian does; Flink itself only compares them.
public final class PartitionClock implements WatermarkGenerator<Arrival> {

    private final EventClock clock;

    public PartitionClock(long latenessMicros) {
        this.clock = new EventClock(latenessMicros);
    }

    @Override
    public void onEvent(Arrival event, long eventTimestamp, WatermarkOutput output) {
        switch (event) {
            case Arrival.Read read -> clock.see(read.call().micros());
            case Arrival.Refused refused -> {}
            case Arrival.Ended ended -> {
                clock.advanceTo(Long.MAX_VALUE);
                output.emitWatermark(Watermark.MAX_WATERMARK);
            }
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (clock.micros() != Long.MIN_VALUE && clock.micros() != Long.MAX_VALUE) {
            output.emitWatermark(new Watermark(clock.micros() - 1));
        }
    }
}
