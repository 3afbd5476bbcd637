// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.PlainRunner;
import dev.apian.simulator.SimulatedCall;

/// Hears what is true of every call, and later what Apian makes of it.
public interface Witness extends PlainRunner.Observer {

    /// A call as it really is, before Apian sees its record.
    void sent(SimulatedCall call);
}
