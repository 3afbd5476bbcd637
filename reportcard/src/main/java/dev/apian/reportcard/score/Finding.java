// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// What one method claims: something is wrong with this actor, known at this time.
///
/// @param actor the true actor behind the claim, as the simulator names it
/// @param micros event time at which it could be known first, microseconds
/// @param score orders the findings of one method, larger is worse; for Apian it is the risk in 0..1
/// @param because the rule or detection that said it, for example `slow-enumeration`
public record Finding(String actor, long micros, double score, String because) {}
