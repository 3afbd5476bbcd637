// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

/// What retention let go.
///
/// @param days  of which at least something was deleted
/// @param files deleted, or rewritten because some of their rows are held
public record Retained(int days, long files, long rows, long bytes) {

    public static final Retained NOTHING = new Retained(0, 0, 0, 0);

    public Retained plus(Retained more) {
        return new Retained(days + more.days, files + more.files, rows + more.rows, bytes + more.bytes);
    }

    public boolean isNothing() {
        return days == 0;
    }
}
