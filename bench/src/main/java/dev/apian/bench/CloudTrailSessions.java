// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.engine.source.Inputs;
import dev.apian.engine.source.Rejects;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.IdentityStep;
import dev.apian.stage.identity.Link;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import dev.apian.stream.Timed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which principals are found behind the role sessions in files of CloudTrail events, and by which proof. Each file
/// is taken for itself, since recordings made at different times share nothing but names.
public final class CloudTrailSessions {

    /// Whom an event of a role session is resolved to, the strongest proof first.
    private enum Proof {
        ASSUMED("AssumeRole seen"),
        INSTANCE("instance"),
        PERSON("Identity Center"),
        ISSUER("issuer and name"),
        NONE("unresolved");

        private final String label;

        Proof(String label) {
            this.label = label;
        }
    }

    private static final byte[] KEY = new byte[Fingerprints.KEY_BYTES];

    private final IdentityStep step = new IdentityStep();
    private final IdentityMemory memory = step.freshMemory();
    private final KeyedStates<State> states = new KeyedStates<>(step::freshState, step.memory());
    private final Map<Facet, Because> because = new HashMap<>();
    private final Map<Proof, Integer> proofs = new EnumMap<>(Proof.class);
    private final Set<Actor> actors = new HashSet<>();
    private final Set<EntityRef> entities = new HashSet<>();
    private int events;
    private long rejected;
    private int withoutAddress;

    private CloudTrailSessions() {}

    /// @param args the folder; every file below it is read
    public static void main(String[] args) throws IOException {
        System.out.println("| file | read | rejected | actors | entities | no address | role sessions | "
                + String.join(
                        " | ",
                        Stream.of(Proof.values()).map(proof -> proof.label).toList()) + " |");
        System.out.println("|---".repeat(7 + Proof.values().length) + "|");
        CloudTrailSessions all = new CloudTrailSessions();
        for (Path file : files(Path.of(args[0]))) {
            CloudTrailSessions one = new CloudTrailSessions();
            one.run(file);
            one.print(String.valueOf(file.getFileName()));
            all.add(one);
        }
        all.print("all");
        int sessions = all.sessions();
        for (Proof proof : Proof.values()) {
            System.out.printf(
                    "%s: %.1f %% of %d role-session events%n",
                    proof.label, 100.0 * all.proofs.getOrDefault(proof, 0) / Math.max(1, sessions), sessions);
        }
    }

    private void run(Path file) throws IOException {
        Rejects rejects = new Rejects(new HashMap<>());
        Inputs.Settings settings = new Inputs.Settings(Format.AUTO, true, 1, ReaderSettings.of(KEY, Long.MAX_VALUE));
        List<Call> calls = new ArrayList<>();
        try (Inputs inputs = new Inputs(
                List.of(file), InputStream.nullInputStream(), KEY, new HashMap<>(), settings, rejects, () -> false)) {
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                calls.add(call);
            }
        }
        calls.sort(Timed.ORDER);
        calls.forEach(this::take);
        rejected = rejects.total();
    }

    private void take(Call call) {
        Touched touched = Entities.of(Templates.NONE.route(call));
        Identified seen = step.resolve(touched, states, memory);
        for (Link link : seen.links()) {
            because.put(new Facet(link.kind(), link.value()), link.because());
        }
        events++;
        withoutAddress += call.origin().ip().isEmpty() ? 1 : 0;
        actors.add(seen.actor());
        entities.addAll(seen.touched());
        if (!call.roles().isEmpty()) {
            proofs.merge(proofOf(seen), 1, Integer::sum);
        }
    }

    private Proof proofOf(Identified seen) {
        Facet credential = seen.credential();
        if (credential == null || seen.actor().kind() == Actor.Kind.ANONYMOUS) {
            return Proof.NONE;
        }
        if (because.get(new Facet(credential.kind(), credential.value())) == Because.LOGIN_RESPONSE) {
            return Proof.ASSUMED;
        }
        if (seen.actor().kind() == Actor.Kind.APPLICATION) {
            return Proof.INSTANCE;
        }
        return seen.actor().name().startsWith("arn:") ? Proof.ISSUER : Proof.PERSON;
    }

    private int sessions() {
        return proofs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void add(CloudTrailSessions one) {
        events += one.events;
        rejected += one.rejected;
        withoutAddress += one.withoutAddress;
        actors.addAll(one.actors);
        entities.addAll(one.entities);
        one.proofs.forEach((proof, count) -> proofs.merge(proof, count, Integer::sum));
    }

    private void print(String name) {
        StringBuilder row = new StringBuilder("| ").append(name);
        for (Object cell :
                new Object[] {events, rejected, actors.size(), entities.size(), withoutAddress, sessions()}) {
            row.append(" | ").append(cell);
        }
        for (Proof proof : Proof.values()) {
            row.append(" | ").append(proofs.getOrDefault(proof, 0));
        }
        System.out.println(row.append(" |"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
