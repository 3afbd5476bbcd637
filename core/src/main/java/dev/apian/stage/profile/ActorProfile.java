// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import dev.apian.sketch.RecentValues;
import dev.apian.sketch.SeenSet;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one actor: its habits per endpoint, its places, networks and devices, what it
/// was shown.
public final class ActorProfile implements State {

    /// Endpoints with a habit of their own; the one unused for longest makes room.
    public static final int ENDPOINTS_MAX = 128;

    /// Entities in one of the two generations of what an actor was shown or used.
    public static final int ENTITIES_MAX = 4_096;

    public static final int COUNTRIES_MAX = 8;
    public static final int NETWORKS_MAX = 16;
    public static final int DEVICES_MAX = 12;

    /// Groups that an actor changes between without being counted anew.
    private static final int GROUPS_MAX = 32;

    /// An actor known for less than this does not teach what accesses are usual: it used things before we
    /// looked.
    private static final long NEWCOMER_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    private final Map<Long, Habit> habits = new HashMap<>();
    private final EnumMap<Trait, RecentValues> traits = new EnumMap<>(Map.of(
            Trait.COUNTRY, new RecentValues(COUNTRIES_MAX),
            Trait.NETWORK, new RecentValues(NETWORKS_MAX),
            Trait.DEVICE, new RecentValues(DEVICES_MAX)));
    private final SeenSet entities = new SeenSet(ENTITIES_MAX);
    private final Dossier dossier = new Dossier();

    /// Groups and epochs that the population was told of; tokens of several scopes make one actor a member of
    /// several.
    private final SeenSet activeIn = new SeenSet(GROUPS_MAX);

    private String group = "";
    private int templatesVersion;

    /// Takes a call in and shows it beside what was before it. What it teaches about all actors goes to `lessons`.
    Profiled take(Identified call, Templates templates, Consumer<? super Lesson> lessons) {
        follow(templates);
        dossier.take(call);
        group = groupOf(call, group);
        long groupKey = Hash.of("group", group);
        tellActive(groupKey, call.micros(), lessons);

        Endpoint endpoint = call.endpoint();
        Habit habit = habits.get(endpoint.id());
        if (habit == null) {
            habit = freshHabit(endpoint.id(), habits.get(templates.originOf(endpoint.id())));
        }
        boolean firstUse = habit.first == Habit.NEVER;
        long[] familiar = familiar(call);
        List<Provenance> provenance = provenance(call, groupKey, lessons);
        for (Scale scale : Scale.values()) {
            int closed = habit.rate(scale).count(call.micros(), scale);
            if (closed > 0 && scale == Scale.HOUR) {
                lessons.accept(new Lesson.Hour(endpoint.id(), closed));
            }
        }
        tellUse(habit, groupKey, call, lessons);
        habit.last = call.micros();
        if (firstUse && call.call().succeeded()) {
            habit.first = call.micros();
        }
        return new Profiled(
                call.withoutShown(), group, groupKey, dossier.first(), firstUse, familiar, provenance, habit.frozen());
    }

    /// Name, facets and times for the table of actors.
    public Dossier dossier() {
        return dossier;
    }

    public Map<String, RecentValues.Sight> recent(Trait trait) {
        return values(trait).sights();
    }

    public String group() {
        return group;
    }

    /// Roles are the best word for "people with similar permissions". They change rarely, and not every call
    /// tells them.
    private static String groupOf(Identified call, String before) {
        List<String> roles = call.call().roles();
        if (!roles.isEmpty()) {
            return String.join(", ", roles);
        }
        return before.isEmpty() ? call.actor().kind().label() : before;
    }

    private void follow(Templates templates) {
        int version = templates.version();
        if (version == templatesVersion) {
            return;
        }
        templatesVersion = version;
        List<Long> merged = habits.keySet().stream()
                .filter(id -> templates.current(id) != id)
                .sorted()
                .toList();
        for (Long id : merged) {
            Habit habit = habits.remove(id);
            if (habit != null) {
                habits.merge(templates.current(id), habit, Habit::plus);
            }
        }
    }

    /// @param origin with the endpoint that this one was part of until it was split off
    private Habit freshHabit(long endpoint, @Nullable Habit origin) {
        if (habits.size() == ENDPOINTS_MAX) {
            long idle = habits.entrySet().stream()
                    .min(Map.Entry.<Long, Habit>comparingByValue((a, b) -> Long.compare(a.last, b.last))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            habits.remove(idle);
        }
        Habit habit = origin == null ? new Habit() : origin.heir();
        habits.put(endpoint, habit);
        return habit;
    }

    private long[] familiar(Identified call) {
        Origin origin = call.call().origin();
        long[] since = new long[Trait.values().length];
        for (Trait trait : Trait.values()) {
            String value = switch (trait) {
                case COUNTRY -> origin.country();
                case NETWORK -> origin.network();
                case DEVICE -> call.call().device();
            };
            // What is not known cannot be new.
            since[Profiled.place(trait)] =
                    value.isEmpty() ? dossier.first() : values(trait).see(value, call.micros());
        }
        return since;
    }

    /// Explains each access, then remembers what was used, created and shown. Only the first touch of an
    /// entity teaches: whoever opens one thing a hundred times was shown it once.
    private List<Provenance> provenance(Identified identified, long groupKey, Consumer<? super Lesson> lessons) {
        Call call = identified.call();
        List<EntityRef> touched = identified.touched();
        boolean teaches = call.responseSeen()
                && call.succeeded()
                && identified.micros() - dossier.first() >= NEWCOMER_MICROS
                && !identified.endpoint().is(Label.LOGIN);
        Provenance[] provenance = new Provenance[touched.size()];
        for (int i = 0; i < provenance.length; i++) {
            long key = touched.get(i).key();
            int code = entities.codeOf(key);
            boolean madeNow = touched.get(i).equals(identified.touching().created());
            if (code < 0 || (code == TRIED && call.succeeded())) {
                provenance[i] = madeNow ? Provenance.CREATED : Provenance.UNEXPLAINED;
                if (teaches && !madeNow) {
                    lessons.accept(
                            new Lesson.Access(groupKey, identified.endpoint().id(), false, identified.micros()));
                }
                entities.put(key, madeNow ? CREATED : call.succeeded() ? USED : TRIED);
            } else {
                provenance[i] = WHY[code];
                boolean firstTouch = code == SHOWN || code == CREATED;
                if (teaches && firstTouch) {
                    lessons.accept(
                            new Lesson.Access(groupKey, identified.endpoint().id(), true, identified.micros()));
                }
                entities.put(key, call.succeeded() ? USED : code);
            }
        }
        if (call.succeeded()) {
            for (EntityRef entity : identified.shown()) {
                remember(entity.key());
            }
        }
        return List.of(provenance);
    }

    /// What was shown is known from now on, and how it came to be known before stays.
    private void remember(long key) {
        int code = entities.codeOf(key);
        if (code == TRIED) {
            entities.put(key, SHOWN);
        } else {
            entities.add(key, code < 0 ? SHOWN : code);
        }
    }

    private static final int USED = 0;
    private static final int SHOWN = 1;
    private static final int CREATED = 2;

    /// Asked for and refused: asking again is nothing new, being served for the first time is.
    private static final int TRIED = 3;

    private static final Provenance[] WHY = {Provenance.USED, Provenance.SHOWN, Provenance.CREATED, Provenance.USED};

    private void tellActive(long groupKey, long micros, Consumer<? super Lesson> lessons) {
        long inThisEpoch = Hash.of(groupKey, Population.epochOf(micros));
        if (activeIn.codeOf(inThisEpoch) < 0) {
            activeIn.add(inThisEpoch, 0);
            lessons.accept(new Lesson.Active(groupKey, micros));
        }
    }

    /// Only what was granted is a use; being refused is not.
    private static void tellUse(Habit habit, long groupKey, Identified call, Consumer<? super Lesson> lessons) {
        long epoch = Population.epochOf(call.micros());
        if (epoch != habit.epoch && call.call().succeeded()) {
            habit.epoch = epoch;
            lessons.accept(new Lesson.Used(groupKey, call.endpoint().id(), call.micros()));
        }
    }

    private RecentValues values(Trait trait) {
        RecentValues values = traits.get(trait);
        if (values == null) {
            throw new IllegalStateException("no values for " + trait);
        }
        return values;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        dossier.save(out);
        out.writeUTF(group);
        activeIn.save(out);
        out.writeInt(templatesVersion);
        entities.save(out);
        for (RecentValues values : traits.values()) {
            values.save(out);
        }
        out.writeInt(habits.size());
        for (Map.Entry<Long, Habit> entry : habits.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        dossier.load(in);
        group = in.readUTF();
        activeIn.load(in);
        templatesVersion = in.readInt();
        entities.load(in);
        for (RecentValues values : traits.values()) {
            values.load(in);
        }
        habits.clear();
        for (int left = in.readInt(); left > 0; left--) {
            long id = in.readLong();
            Habit habit = new Habit();
            habit.load(in);
            habits.put(id, habit);
        }
    }
}
