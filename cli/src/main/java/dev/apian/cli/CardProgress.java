// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.reportcard.Watcher;
import java.util.Locale;

/// Shows on one line how far a report card has come.
final class CardProgress implements Watcher {

    private static final long CALLS_BETWEEN_LINES = 50_000;

    private final Terminal terminal;
    private long calls;
    private long shown;
    private String latest = "";

    CardProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void begins(String what) {
        latest = what;
        show();
    }

    @Override
    public synchronized void calls(long count) {
        calls += count;
        if (calls - shown >= CALLS_BETWEEN_LINES) {
            show();
        }
    }

    synchronized void ended() {
        if (terminal.watched()) {
            terminal.err().print("\r\033[K");
        }
    }

    private void show() {
        shown = calls;
        if (terminal.watched()) {
            terminal.err().print(String.format(Locale.ROOT, "\r\033[K%,d calls, began %s", calls, latest));
            terminal.err().flush();
        }
    }
}
