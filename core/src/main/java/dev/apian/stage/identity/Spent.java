// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Refresh tokens that were exchanged, and from which network and device: prints of 28 bits each.
final class Spent implements State {

    /// Tokens in one of two generations, 16 bytes each.
    static final int TOKENS_MAX = 1 << 18;

    private static final long KNOWN = 1L << 56;

    private final LongTable tokens = new LongTable(TOKENS_MAX);

    /// Whether the token was exchanged before, in another network and by another device. The first exchange counts.
    boolean isReplay(Facet refreshToken, Call call) {
        int network = Claim.print(call.origin().networkKey());
        int device = Claim.print(Hash.of(call.device()));
        long first = tokens.get(refreshToken.key());
        if (first == 0) {
            tokens.put(refreshToken.key(), KNOWN | (long) network << 28 | device);
            return false;
        }
        return (int) (first >>> 28 & 0xFFF_FFFF) != network && (int) (first & 0xFFF_FFFF) != device;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        tokens.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        tokens.load(in);
    }
}
