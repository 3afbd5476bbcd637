// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import dev.apian.sketch.RecentValues;
import dev.apian.sketch.SeenSet;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Link;
import dev.apian.stage.identity.Whose;
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

    public static final int COUNTRIES_MAX = 8;
    public static final int NETWORKS_MAX = 16;
    public static final int DEVICES_MAX = 12;

    /// Groups that an actor changes between without being counted anew.
    private static final int GROUPS_MAX = 32;

    /// An actor known for less than this does not teach what accesses are usual: it used things before we
    /// looked.
    private static final long NEWCOMER_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    /// A use on so many days is a habit, as one that is so old, and those that an actor came with.
    private static final int SETTLED_DAYS = 3;

    private static final long SETTLED_MICROS = 7 * DAY_MICROS;
    private static final long FIRST_MICROS = 3 * DAY_MICROS;

    private static final long[] NOTHING = {};
    private static final Trait[] TRAITS = Trait.values();

    private final Map<Long, Habit> habits = new HashMap<>();
    private final EnumMap<Trait, RecentValues> traits = new EnumMap<>(Map.of(
            Trait.COUNTRY, new RecentValues(COUNTRIES_MAX),
            Trait.NETWORK, new RecentValues(NETWORKS_MAX),
            Trait.DEVICE, new RecentValues(DEVICES_MAX)));
    private final Encounters encounters = new Encounters();
    private final Dossier dossier = new Dossier();
    private final LastDay lastDay = new LastDay();
    private final Totals totals = new Totals();
    private final ActiveHours hours = new ActiveHours();

    /// Groups and epochs that the population was told of; tokens of several scopes make one actor a member of
    /// several.
    private final SeenSet activeIn = new SeenSet(GROUPS_MAX);

    private String group = "";

    /// Hash of the group; 0 until it is worked out.
    private long groupKey;

    private int templatesVersion;

    /// Takes a call in and shows it beside what was before it. What it teaches about all actors goes to `lessons`.
    ///
    /// @param explained how each access was explained when the call was judged before; null if it never was
    Profiled take(
            Identified call,
            Templates templates,
            @Nullable List<Provenance> explained,
            Consumer<? super Lesson> lessons) {
        follow(templates);
        dossier.take(call);
        String told = groupOf(call, group);
        if (groupKey == 0 || !told.equals(group)) {
            group = told;
            groupKey = Hash.of("group", told);
        }
        tellActive(groupKey, call.micros(), lessons);

        Endpoint endpoint = call.endpoint();
        Habit habit = habits.get(endpoint.id());
        if (habit == null) {
            habit = freshHabit(endpoint.id(), habits.get(templates.originOf(endpoint.id())));
        }
        boolean firstUse = habit.first == Habit.NEVER;
        long[] settled = isToBeJudged(call, firstUse) ? settled(call.micros()) : NOTHING;
        long[] familiar = familiar(call);
        boolean known = call.micros() - dossier.first() >= NEWCOMER_MICROS;
        List<Provenance> provenance = encounters.take(call, explained, groupKey, known, lessons);
        Telling telling = new Telling(call, groupKey, hours, lessons);
        habit.rates.count(call.micros(), 1, telling.of(endpoint.id()));
        telling.flow(endpoint.id(), habit.rates);
        totals.take(call, encounters.newly(), telling);
        hours.see(call.micros());
        tellUse(habit, groupKey, call, lessons);
        tellOwners(habit, groupKey, call, provenance, lessons);
        habit.last = call.micros();
        Facet credential = call.credential();
        if (credential != null) {
            lastDay.take(credential.key(), endpoint.id(), call.micros());
        }
        if (firstUse && call.call().succeeded()) {
            habit.first = call.micros();
        }
        return new Profiled(
                call.withoutShown(),
                group,
                groupKey,
                dossier.first(),
                firstUse,
                settled,
                familiar,
                provenance,
                habit.rates.frozen(),
                totals.frozen(),
                hours.share(call.micros()));
    }

    /// The histories of two actors as one: a person said that they are. The other one's is not to be used any more.
    public ActorProfile plus(ActorProfile other) {
        other.habits.forEach((id, habit) -> habits.merge(id, habit, Habit::plus));
        shrinkTo(ENDPOINTS_MAX);
        traits.forEach((trait, values) -> values.addAll(other.values(trait)));
        encounters.addAll(other.encounters);
        activeIn.addAll(other.activeIn);
        dossier.addAll(other.dossier);
        lastDay.addAll(other.lastDay);
        totals.addAll(other.totals);
        hours.addAll(other.hours);
        group = group.isEmpty() ? other.group : group;
        groupKey = 0;
        templatesVersion = Math.min(templatesVersion, other.templatesVersion);
        return this;
    }

    /// Takes out what a credential did in the last 24 hours: its calls leave the rates here, by the hour and longer,
    /// and make those of the profile given. What was met, networks and devices stay, since nobody knows by which
    /// credential they came.
    ///
    /// @param link   why the credential is whoever's it is from now on
    /// @param micros event time
    public ActorProfile without(Link link, long micros) {
        long credential = Facet.keyOf(link.kind(), link.value());
        ActorProfile taken = new ActorProfile();
        taken.group = group;
        taken.templatesVersion = templatesVersion;
        HoursMoved moved = new HoursMoved(lastDay, credential, micros);
        moved.calls().forEach((endpoint, hours) -> {
            Habit habit = habits.get(endpoint);
            Habit fresh = new Habit();
            moved.subtract(endpoint, hours, habit, fresh);
            taken.habits.put(endpoint, fresh);
        });
        taken.lastDay.put(credential, moved.calls());
        Dossier.Linked known = dossier.find(link.kind(), link.value());
        dossier.remove(link.kind(), link.value(), moved.count());
        taken.dossier.begin(new Dossier.Linked(link, known == null ? micros : known.last()), moved.count());
        return taken;
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
        if (!merged.isEmpty()) {
            lastDay.follow(templates::current);
        }
        for (Long id : merged) {
            Habit habit = habits.remove(id);
            if (habit != null) {
                habits.merge(templates.current(id), habit, Habit::plus);
            }
        }
    }

    /// @param origin with the endpoint that this one was part of until it was split off
    private Habit freshHabit(long endpoint, @Nullable Habit origin) {
        shrinkTo(ENDPOINTS_MAX - 1);
        Habit habit = origin == null ? new Habit() : origin.heir();
        habits.put(endpoint, habit);
        return habit;
    }

    private void shrinkTo(int max) {
        while (habits.size() > max) {
            long idle = habits.entrySet().stream()
                    .min(Map.Entry.<Long, Habit>comparingByValue((a, b) -> Long.compare(a.last, b.last))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            habits.remove(idle);
        }
    }

    private long[] familiar(Identified call) {
        Origin origin = call.call().origin();
        long[] since = new long[TRAITS.length];
        for (Trait trait : TRAITS) {
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

    private void tellActive(long groupKey, long micros, Consumer<? super Lesson> lessons) {
        long inThisEpoch = Hash.of(groupKey, Population.epochOf(micros));
        if (activeIn.codeOf(inThisEpoch) < 0) {
            activeIn.add(inThisEpoch, 0);
            lessons.accept(new Lesson.Active(groupKey, micros));
        }
    }

    /// Only what was granted is a use; being refused is not.
    private void tellUse(Habit habit, long groupKey, Identified call, Consumer<? super Lesson> lessons) {
        long day = Math.floorDiv(call.micros(), DAY_MICROS);
        if (day == habit.day || !call.call().succeeded()) {
            return;
        }
        long endpoint = call.endpoint().id();
        long epoch = Population.epochOf(call.micros());
        if (habit.day == Habit.NO_DAY || epoch != Population.epochOf(habit.day * DAY_MICROS)) {
            lessons.accept(new Lesson.Used(groupKey, endpoint, call.micros()));
        }
        boolean first = habit.day == Habit.NO_DAY;
        habit.day = day;
        habit.days++;
        if (call.actor().kind() != Actor.Kind.ANONYMOUS
                && !call.endpoint().labels().contains(Label.UNMATCHED)) {
            lessons.accept(new Lesson.UsedOn(call.actor().key(), groupKey, endpoint, call.micros()));
            if (first) {
                String permissions = group.equals(call.actor().kind().label()) ? "" : group;
                lessons.accept(new Lesson.Named(call.actor().key(), groupKey, permissions, dossier.application()));
            }
        }
    }

    /// Whether peers shall say how odd a first use is: not in the first days, when everything is new, and not of those
    /// whom nobody knows, who are many.
    private boolean isToBeJudged(Identified call, boolean firstUse) {
        return firstUse
                && call.call().succeeded()
                && call.actor().kind() != Actor.Kind.ANONYMOUS
                && call.micros() - dossier.first() >= FIRST_MICROS;
    }

    /// The endpoints that are no novelties of the actor any more: used on several days, or since long, or from the
    /// beginning. So one novelty does not explain the next.
    private long[] settled(long micros) {
        return habits.entrySet().stream()
                .filter(entry -> isSettled(entry.getValue(), micros))
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    private boolean isSettled(Habit habit, long micros) {
        return habit.first != Habit.NEVER
                && (habit.days >= SETTLED_DAYS
                        || habit.first <= micros - SETTLED_MICROS
                        || habit.first <= dossier.first() + FIRST_MICROS);
    }

    private static void tellOwners(
            Habit habit,
            long groupKey,
            Identified call,
            List<Provenance> provenance,
            Consumer<? super Lesson> lessons) {
        if (!call.call().succeeded()) {
            return;
        }
        long epoch = Population.epochOf(call.micros());
        for (int i = 0; i < provenance.size(); i++) {
            Whose whose = call.whose(i);
            boolean known = whose == Whose.OWN || whose == Whose.TENANT || whose == Whose.OTHER;
            if (known && epoch != habit.ownedEpoch) {
                habit.ownedEpoch = epoch;
                lessons.accept(new Lesson.Owned(groupKey, call.endpoint().id(), false, call.micros()));
            }
            boolean foreign = whose == Whose.OTHER && provenance.get(i) == Provenance.UNEXPLAINED;
            if (foreign && epoch != habit.foreignEpoch) {
                habit.foreignEpoch = epoch;
                lessons.accept(new Lesson.Owned(groupKey, call.endpoint().id(), true, call.micros()));
            }
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
        encounters.save(out);
        for (RecentValues values : traits.values()) {
            values.save(out);
        }
        out.writeInt(habits.size());
        for (Map.Entry<Long, Habit> entry : habits.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
        lastDay.save(out);
        totals.save(out);
        hours.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        dossier.load(in);
        group = in.readUTF();
        groupKey = 0;
        activeIn.load(in);
        templatesVersion = in.readInt();
        encounters.load(in);
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
        lastDay.load(in);
        totals.load(in);
        hours.load(in);
    }
}
