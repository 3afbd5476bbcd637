// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;

/// What an alert says about the entities that somebody opened.
///
/// @param actor the true actor behind the evidence
/// @param micros event time of the call that completed the evidence
/// @param because the detection
/// @param calls ids of the telling calls
public record EntityClaim(String actor, long micros, String because, List<String> calls) {

    public EntityClaim {
        calls = List.copyOf(calls);
    }
}
