// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;

/// Who claims an entity and on what evidence, in 64 bits: prints of tenant and actor of 28 bits each, then the
/// evidence, and whether others came. Two tenants have one print with a probability of 4 in a billion.
final class Claim {

    /// Opened it.
    static final int USED = 1;

    /// Was shown it without having asked for it by id.
    static final int SHOWN = 2;

    static final int CREATED = 3;

    private static final int PRINT_BITS = 28;
    private static final int PRINT_MASK = (1 << PRINT_BITS) - 1;
    private static final int EVIDENCE_AT = 2 * PRINT_BITS;
    private static final long VISITED = 1L << 58;
    private static final long SHARED = 1L << 59;
    private static final long TOLD = 1L << 60;
    private static final int CONFIRMED_AT = 61;
    private static final int CONFIRMED_MAX = 7;

    private Claim() {}

    /// Who comes to an entity.
    ///
    /// @param told whether the gateway or a token told the tenant, now or before
    record Side(int tenant, int actor, boolean told) {}

    static int print(long key) {
        return (int) Hash.mix(key) & PRINT_MASK;
    }

    static long of(Side side, int evidence) {
        return (side.told() ? TOLD : 0)
                | (long) evidence << EVIDENCE_AT
                | (long) side.tenant() << PRINT_BITS
                | side.actor();
    }

    /// The gateway or a token told the tenant.
    static boolean isTold(long claim) {
        return (claim & TOLD) != 0;
    }

    static int tenant(long claim) {
        return (int) (claim >>> PRINT_BITS) & PRINT_MASK;
    }

    static int actor(long claim) {
        return (int) claim & PRINT_MASK;
    }

    static int evidence(long claim) {
        return (int) (claim >>> EVIDENCE_AT) & 3;
    }

    /// Another tenant with weaker evidence came once.
    static boolean isVisited(long claim) {
        return (claim & VISITED) != 0;
    }

    static long visited(long claim) {
        return claim | VISITED;
    }

    static boolean isShared(long claim) {
        return (claim & SHARED) != 0;
    }

    static long shared(long claim) {
        return (claim | SHARED) & ~((long) CONFIRMED_MAX << CONFIRMED_AT);
    }

    /// Its claimant came once more; after so many times, and nobody with as good evidence among them, it is shared no
    /// longer.
    static long confirmed(long claim) {
        long times = (claim >>> CONFIRMED_AT) + 1;
        return times >= CONFIRMED_MAX
                ? claim & ~SHARED & ~VISITED & ~((long) CONFIRMED_MAX << CONFIRMED_AT)
                : claim + (1L << CONFIRMED_AT);
    }
}
