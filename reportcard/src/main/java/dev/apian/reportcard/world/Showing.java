// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.simulator.Attack;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.signal.BuiltIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Shows one simulated world to Apian, record by record, with a [Witness] who knows the truth. Rivals are not asked, so
/// it is what benchmarks of one stage use; [Examination] is for the whole.
public final class Showing {

    private static final Duration LATENESS = Duration.ofSeconds(60);

    private Showing() {}

    /// Runs the world to its end, in one thread.
    ///
    /// @return the attacks that happened
    public static List<Attack> of(WorldSettings settings, Records records, Witness witness) {
        Simulation simulation = new Simulation(settings);
        PlainRunner runner = new PlainRunner(new Pipeline(BuiltIn.detectors()), LATENESS, witness);
        CallReader reader = Format.NATIVE.reader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
        StringBuilder line = new StringBuilder();
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            witness.sent(call);
            line.setLength(0);
            switch (records) {
                case FULL -> call.appendTo(line);
                case WITHOUT_BODIES -> call.appendWithoutBodiesTo(line);
            }
            byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
            switch (reader.read(bytes, 0, bytes.length - 1)) {
                case Outcome.Accepted accepted -> runner.offer(accepted.call());
                case Outcome.Rejected rejected ->
                    throw new IllegalStateException("the reader refused a simulated call: " + rejected);
            }
        }
        runner.finish();
        return simulation.attacks();
    }
}
