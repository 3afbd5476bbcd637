// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Calls of a simulated world, read by the real reader.
public final class SimulatedCalls {

    private SimulatedCalls() {}

    public static List<Call> of(WorldSettings world) {
        CallReader reader = Format.NATIVE.reader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
        Simulation simulation = new Simulation(world);
        StringBuilder line = new StringBuilder();
        List<Call> calls = new ArrayList<>();
        while (simulation.hasNext()) {
            line.setLength(0);
            simulation.next().appendTo(line);
            byte[] bytes = line.toString().stripTrailing().getBytes(StandardCharsets.UTF_8);
            calls.add(
                    switch (reader.read(bytes, 0, bytes.length)) {
                        case Outcome.Accepted accepted -> accepted.call();
                        case Outcome.Rejected rejected ->
                            throw new IllegalStateException("the reader refused a simulated call: " + rejected);
                    });
        }
        return calls;
    }
}
