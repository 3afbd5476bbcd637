// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.rival.TrueCall;
import dev.apian.simulator.SimulatedCall;
import java.util.Locale;

/// A simulated call as rivals and audits see it.
public final class Seen {

    private Seen() {}

    /// @param prefix of actor and attack, to tell worlds apart; may be empty
    /// @param later added to the time, microseconds
    public static TrueCall of(SimulatedCall call, String prefix, long later) {
        return new TrueCall(
                call.micros() + later,
                prefix + call.consumer().id(),
                call.consumer().kind().name().toLowerCase(Locale.ROOT),
                call.method() + " " + call.template(),
                call.entities(),
                call.status(),
                call.address(),
                call.country(),
                call.latitude(),
                call.longitude(),
                call.autonomousSystem(),
                call.userAgent(),
                call.responseBytes(),
                call.attack().isEmpty() ? "" : prefix + call.attack());
    }
}
