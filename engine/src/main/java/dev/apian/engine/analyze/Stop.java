// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

/// A wish to stop, from any thread: somebody pressed Ctrl-C. The run saves what it has and ends.
public final class Stop {

    private volatile boolean wished;

    public void wish() {
        wished = true;
    }

    boolean isWished() {
        return wished;
    }
}
