// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

/// What a detection looks at that is not kept with a stored call. A stored call cannot be judged by it again, or only
/// nearly so.
public enum Unkept {
    USERNAME(true, "the username that was tried is not kept with a call"),
    EXCHANGE(true, "which refresh token a call exchanged is not kept"),
    CREDENTIALS(false, "of several credentials only the one that told who called is kept"),
    POSITION(false, "where an address is, and whose network it is of, is looked up as it is known today"),
    NETWORKS(false, "which networks belong together is learned anew"),
    ROLES(false, "roles are kept as they are now, so peers may be others than they were"),
    ANSWERS(false, "what answers showed is kept as how each access was explained, not as what was shown");

    private final boolean essential;
    private final String words;

    Unkept(boolean essential, String words) {
        this.essential = essential;
        this.words = words;
    }

    /// Whether nothing can be said without it.
    public boolean isEssential() {
        return essential;
    }

    public String words() {
        return words;
    }
}
