// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.simulator.SimulatedCall;
import dev.apian.sketch.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows logins from token to token, by what really was in requests and answers, whether or not Apian sees it.
final class Chains {

    private static final int NOTHING = -1;
    private static final int UNAUTHORIZED = 401;

    private final Map<Long, Chain> byAccessToken = new HashMap<>();
    private final Map<Long, Chain> byRefreshToken = new HashMap<>();
    private final List<Handover> handovers = new ArrayList<>();

    void see(SimulatedCall call) {
        String token = call.accessToken();
        Chain used = token.isEmpty() ? null : byAccessToken.get(Hash.of(token));
        if (used != null && call.status() != UNAUTHORIZED) {
            used.call(Math.toIntExact(call.number()), handovers);
        }
        String granted = value(call.responseBody(), "access_token");
        if (call.status() < 300 && !granted.isEmpty()) {
            grant(call, granted);
        }
    }

    /// A login begins a chain, a refresh continues the one of its refresh token.
    private void grant(SimulatedCall call, String accessToken) {
        String asked = value(call.requestBody(), "refresh_token");
        Chain known = asked.isEmpty() ? null : byRefreshToken.get(Hash.of(asked));
        Chain chain = known == null ? new Chain() : known;
        if (known != null) {
            chain.before = chain.last == NOTHING ? chain.before : chain.last;
            chain.last = NOTHING;
            byAccessToken.remove(chain.accessToken);
        }
        chain.accessToken = Hash.of(accessToken);
        byAccessToken.put(chain.accessToken, chain);
        String next = value(call.responseBody(), "refresh_token");
        if (!next.isEmpty()) {
            byRefreshToken.put(Hash.of(next), chain);
        }
    }

    /// The calls before and after each refresh, as far as there were any.
    List<Handover> handovers() {
        return List.copyOf(handovers);
    }

    private static String value(String json, String name) {
        String opening = '"' + name + "\":\"";
        int from = json.indexOf(opening);
        return from < 0 ? "" : json.substring(from + opening.length(), json.indexOf('"', from + opening.length()));
    }

    /// @param before the place of the last call with the old token
    /// @param after the place of the first with the new one
    record Handover(int before, int after) {}

    private static final class Chain {

        private long accessToken;
        private int last = NOTHING;
        private int before = NOTHING;

        private void call(int place, List<Handover> handovers) {
            if (before != NOTHING) {
                handovers.add(new Handover(before, place));
                before = NOTHING;
            }
            last = place;
        }
    }
}
