// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.signal.Tunable;

/// When foreign endpoints count of an actor not known for long.
public record Newcomer(
        @Tunable(
                least = "10",
                most = "100000",
                unit = "consumers",
                because = "a group of this size was not born in the hour that we began to look")
        int membersMin,

        @Tunable(
                least = "1",
                most = "10000",
                unit = "consumers",
                because = "an endpoint that so many use is no new one")
        int othersMin) {

    static final Newcomer DEFAULT = new Newcomer(200, 20);
}
