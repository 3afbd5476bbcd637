// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// The tokens read last, by their fingerprints: a token is sent hundreds of times and says the same each time.
final class Tokens {

    /// About 1 MB when full.
    static final int TOKENS_MAX = 4_096;

    private final AtomicReferenceArray<Token> slots = new AtomicReferenceArray<>(TOKENS_MAX);
    private final Fingerprints fingerprints;
    private final int rolesMax;

    Tokens(Fingerprints fingerprints, int rolesMax) {
        this.fingerprints = fingerprints;
        this.rolesMax = rolesMax;
    }

    Token of(Text jwt) {
        long print = fingerprints.of(jwt);
        int index = (int) print & (TOKENS_MAX - 1);
        Token known = slots.getAcquire(index);
        if (known != null && known.print() == print) {
            return known;
        }
        Token token = Token.read(jwt, print, rolesMax);
        slots.setRelease(index, token);
        return token;
    }
}
