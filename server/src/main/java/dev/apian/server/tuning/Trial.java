// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.tuning;

import dev.apian.engine.backtest.BackTest.Comparison;
import dev.apian.stage.signal.Tuning;
import org.jspecify.annotations.Nullable;

/// One back-test, as far as it is.
///
/// @param callsRead  so far
/// @param callsTotal 0 until it is known
/// @param message    why it failed or stopped early; empty if it did not
/// @param found      null until it is done
public record Trial(
        String id,
        String detection,
        Tuning asked,
        Status status,
        long callsRead,
        long callsTotal,
        String message,
        @Nullable Comparison found) {

    public enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    Trial at(long read, long total) {
        return new Trial(id, detection, asked, status, read, total, message, found);
    }

    Trial ended(Status how, String why, @Nullable Comparison comparison) {
        return new Trial(id, detection, asked, how, callsRead, callsTotal, why, comparison);
    }
}
