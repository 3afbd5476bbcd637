// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.simulator.Simulation;
import dev.apian.simulator.WorldSettings;
import dev.apian.sketch.SeenSet;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.endpoint.Routed;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.ProfileStep;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How much memory it takes to remember what each actor of a world was shown and used. All that the benchmark knows of
/// how profiles keep it.
final class Provenances {

    /// The fields of [ActorProfile], and of what is in it, that hold it.
    private static final List<String> FIELDS = List.of("encounters", "entities");

    /// Below this an actor is hardly typical: names typed at a login are actors until the answer tells who it is.
    private static final int CALLS_MIN = 20;

    private final IdentityStep identity = new IdentityStep();
    private final ProfileStep step = new ProfileStep();
    private final IdentityMemory memory = identity.freshMemory();
    private final KeyedStates<State> credentials = new KeyedStates<>(identity::freshState, identity.memory());
    private final KeyedStates<ActorProfile> profiles = new KeyedStates<>(step::freshState, step.memory());
    private final TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;
    private long tick = Long.MIN_VALUE;

    private Provenances() {}

    /// One size for each actor that is known by more than network and device and called at least [#CALLS_MIN] times.
    static List<Size> of(WorldSettings world) throws IOException, ReflectiveOperationException {
        Provenances all = new Provenances();
        CallReader reader = Format.NATIVE.reader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
        Simulation simulation = new Simulation(world);
        StringBuilder line = new StringBuilder();
        while (simulation.hasNext()) {
            line.setLength(0);
            simulation.next().appendTo(line);
            byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
            if (reader.read(bytes, 0, bytes.length - 1) instanceof Outcome.Accepted accepted) {
                all.take(accepted);
            }
        }
        return all.sizes();
    }

    private void take(Outcome.Accepted accepted) {
        long micros = accepted.call().micros();
        if (Tick.of(micros) != tick) {
            tick = Tick.of(micros);
            templates = learner.publish(tick);
        }
        Routed routed = templates.route(accepted.call());
        learner.learn(routed);
        Touched touched = Entities.of(routed);
        Identified identified = identity.resolve(touched, credentials, memory);
        step.process(profiles.of(step.keyOf(identified), micros), identified, templates, _ -> {});
    }

    private List<Size> sizes() throws IOException, ReflectiveOperationException {
        List<ActorProfile> known = new ArrayList<>();
        profiles.forEach((_, profile) -> {
            Actor actor = profile.dossier().actor();
            if (actor != null
                    && actor.kind() != Actor.Kind.ANONYMOUS
                    && profile.dossier().calls() >= CALLS_MIN) {
                known.add(profile);
            }
        });
        List<Size> sizes = new ArrayList<>();
        for (ActorProfile profile : known) {
            SeenSet seen = (SeenSet) Heap.field(Heap.field(profile, FIELDS.getFirst()), FIELDS.getLast());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            seen.save(new DataOutputStream(bytes));
            sizes.add(new Size(bytes.size(), Heap.sizeOf(seen)));
        }
        return sizes;
    }

    /// @param saved bytes in a checkpoint
    /// @param heap bytes in memory
    record Size(long saved, long heap) {}
}
