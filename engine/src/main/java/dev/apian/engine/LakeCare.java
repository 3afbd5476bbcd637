// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.Retained;
import dev.apian.lake.Retention;
import java.io.IOException;
import java.time.LocalDate;

/// How an engine's lake is looked after: merged, kept within bounds, whole, and waited for when the disk is full.
/// For any thread.
public final class LakeCare {

    private final Recorder recorder;
    private final Upkeep upkeep;

    LakeCare(Recorder recorder, Upkeep upkeep) {
        this.recorder = recorder;
        this.upkeep = upkeep;
    }

    /// Merges small files as far as a checkpoint covers them, and lets old days go; in the background.
    public void tidy() {
        upkeep.wake();
    }

    /// Looks for damaged files and sets them aside, in the background.
    public void inspectSoon() {
        upkeep.inspectSoon();
    }

    /// How much is kept whenever it is tidied.
    public void keep(Retention retention) {
        upkeep.keep(retention);
    }

    /// Lets old days go now.
    ///
    /// @param today the day that ages are counted from
    public Retained retain(LocalDate today) throws IOException {
        return upkeep.retainNow(today);
    }

    /// While the disk is full, the engine waits for room as long as it takes, instead of failing after a while.
    public void waitForRoom() {
        recorder.waitForRoom();
    }

    /// Gives up what waits for room.
    public void stopWaiting() {
        recorder.stopWaiting();
    }
}
