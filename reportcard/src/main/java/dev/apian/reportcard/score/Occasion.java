// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// Something harmless that happened and may have looked strange: a release, a sale, a journey, a new job.
///
/// @param kind for example `release` or `journey`
/// @param actor whom it concerns, or empty if everybody
/// @param from microseconds
/// @param to microseconds
public record Occasion(String kind, String actor, long from, long to) {

    public boolean concerns(String who, long micros) {
        return (actor.isEmpty() || actor.equals(who)) && micros >= from && micros < to;
    }
}
