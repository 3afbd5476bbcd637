// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stream.State;
import dev.apian.stream.Timed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Runs a detector over stories twice: as it is, and with its state saved and loaded between calls.
///
/// A field that the author forgot to save therefore fails the detector's own tests, whatever they are about.
/// So does a signal that names calls it cannot have seen, or says nothing in plain words.
public record DetectorTester<S extends State>(Detector<S> detector) {

    /// Long stories are restarted at this many places, evenly spread. Short ones between any two calls.
    private static final int RESTARTS_MAX = 200;

    public List<Signal> watch(Story... stories) {
        return watch(List.of(stories));
    }

    public List<Signal> watch(List<Story> stories) {
        List<Observation> calls = stories.stream()
                .flatMap(story -> story.observations().stream())
                .sorted(Comparator.comparing(Observation::identified, Timed.ORDER))
                .toList();
        List<Signal> signals = run(calls, Integer.MAX_VALUE);
        assertThat(run(calls, 1 + calls.size() / RESTARTS_MAX))
                .as("signals of %s with restarts between calls", detector.card().id())
                .isEqualTo(signals);
        signals.forEach(signal -> assertThatItCanBeChecked(signal, calls));
        return signals;
    }

    private List<Signal> run(List<Observation> calls, int callsBetweenRestarts) {
        Map<List<Long>, Slot<S>> slots = new HashMap<>();
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if ((i + 1) % callsBetweenRestarts == 0) {
                slots.replaceAll((key, slot) -> new Slot<>(savedAndLoaded(slot.state()), slot.last()));
            }
            Observation call = seenInScope(calls.get(i));
            OptionalLong within = detector.keyOf(call);
            if (within.isPresent()) {
                List<Long> key = List.of(scopeKey(call), within.getAsLong());
                Slot<S> slot = slots.get(key);
                boolean fresh = slot == null || call.since(slot.last()).compareTo(detector.memory()) > 0;
                S state = fresh || slot == null ? detector.freshState() : slot.state();
                slots.put(key, new Slot<>(state, call.micros()));
                detector.observe(state, call).ifPresent(signals::add);
            }
        }
        return signals;
    }

    private long scopeKey(Observation call) {
        return switch (detector.scope()) {
            case ACTOR -> call.actor().key();
            case NETWORK -> call.call().origin().networkKey();
        };
    }

    /// Networks have no profile: what the story tells of it must not help.
    private Observation seenInScope(Observation call) {
        return switch (detector.scope()) {
            case ACTOR -> call;
            case NETWORK -> new Observation(call.identified(), UNKNOWN);
        };
    }

    private static final Profile UNKNOWN = Background.ORDINARY
            .known(Duration.ZERO)
            .peersUnexplained(Double.NaN)
            .seenBy(false, Duration.ZERO, 0);

    private S savedAndLoaded(S state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            state.save(new DataOutputStream(bytes));
            S loaded = detector.freshState();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            loaded.load(in);
            assertThat(in.available())
                    .as("bytes of %s that load does not read", detector.card().id())
                    .isZero();
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertThatItCanBeChecked(Signal signal, List<Observation> calls) {
        Set<String> ids = new HashSet<>();
        calls.stream()
                .filter(call -> call.micros() <= signal.micros())
                .forEach(call -> ids.add(call.call().id()));
        assertThat(signal.calls())
                .as("calls of %s", detector.card().id())
                .isSubsetOf(ids)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(Signal.CALLS_MAX)
                .endsWith(signal.callId());
        assertThat(signal.first()).as("first call").isLessThanOrEqualTo(signal.micros());
        boolean nobodyIsKnown = signal.actor().kind() == Actor.Kind.ANONYMOUS;
        assertThat(nobodyIsKnown || !signal.involved().users().isEmpty())
                .as("the users of %s are named as involved", detector.card().id())
                .isTrue();
        Stream.of(signal.happened(), signal.usual())
                .forEach(sentence -> assertThat(sentence)
                        .as("sentence of %s", detector.card().id())
                        .isNotBlank()
                        .doesNotContain("NaN", "Infinity", "null", "{count}", "{limit}"));
    }

    private record Slot<S>(S state, long last) {}
}
