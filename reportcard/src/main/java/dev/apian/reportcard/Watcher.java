// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

/// Hears how far long work has come; called from several threads.
public interface Watcher {

    /// @param what in words, for example `bank, seed 7`
    void begins(String what);

    /// @param count calls that were run since the last time, by any world
    void calls(long count);
}
