// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.Profile.Recent;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stream.Codec;
import dev.apian.stream.Timed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call beside its actor's own history, frozen at the time of the call.
///
/// What peers do comes in later, with [#against]: the history of one actor never depends on what is known
/// across actors, so knowledge flows downstream only, and a runner needs no loop to learn it.
public final class Profiled implements Timed, ProfileStep.Given {

    /// A first use as odd as one in ten may have to be explained.
    private static final double TO_EXPLAIN = 0.1;

    private final Identified identified;
    private final String group;
    private final long groupKey;
    private final long since;
    private final boolean firstUse;
    private final long[] settled;
    private final long[] familiar;
    private final List<Provenance> provenance;
    private final Rates.Frozen rates;
    private final Rates.@Nullable Frozen[] totals;
    private final ActiveHours.Share hour;

    /// @param group      what the actor and its peers have in common
    /// @param since      event time of the actor's first call, microseconds
    /// @param firstUse   never served by this endpoint before
    /// @param settled    at a first use that was served, ids of the endpoints the actor is used to; else nothing
    /// @param familiar   by [#place] of a trait: since when the actor is known with it, microseconds
    /// @param provenance of each entity touched
    /// @param rates      of the actor at the endpoint
    /// @param totals     of the actor at all endpoints, by the place of a measure
    /// @param hour       the actor's activity at this hour of the week
    Profiled(
            Identified identified,
            String group,
            long groupKey,
            long since,
            boolean firstUse,
            long[] settled,
            long[] familiar,
            List<Provenance> provenance,
            Rates.Frozen rates,
            Rates.@Nullable Frozen[] totals,
            ActiveHours.Share hour) {
        this.identified = identified;
        this.group = group;
        this.groupKey = groupKey;
        this.since = since;
        this.firstUse = firstUse;
        this.settled = settled;
        this.familiar = familiar;
        this.provenance = provenance;
        this.rates = rates;
        this.totals = totals;
        this.hour = hour;
    }

    public Identified identified() {
        return identified;
    }

    /// How the actor may have learned of each entity touched.
    public List<Provenance> provenance() {
        return provenance;
    }

    /// The same with what peers do: to be kept with the call.
    public List<Provenance> explanations(Population population) {
        if (!provenance.contains(Provenance.UNEXPLAINED)) {
            return provenance;
        }
        Profile profile = against(population);
        List<Provenance> explained = new ArrayList<>(provenance.size());
        for (int i = 0; i < provenance.size(); i++) {
            explained.add(profile.explanation(i));
        }
        return List.copyOf(explained);
    }

    /// The call beside its actor's history and what is known across actors.
    public Profile against(Population population) {
        return new Against(population);
    }

    @Override
    public long micros() {
        return identified.micros();
    }

    @Override
    public String id() {
        return identified.id();
    }

    /// Where a trait stands among those of a call.
    static int place(Trait trait) {
        return switch (trait) {
            case COUNTRY -> 0;
            case NETWORK -> 1;
            case DEVICE -> 2;
        };
    }

    public void save(DataOutput out) throws IOException {
        identified.save(out);
        out.writeUTF(group);
        out.writeLong(groupKey);
        out.writeLong(since);
        out.writeBoolean(firstUse);
        out.writeInt(settled.length);
        for (long endpoint : settled) {
            out.writeLong(endpoint);
        }
        for (long micros : familiar) {
            out.writeLong(micros);
        }
        for (Provenance why : provenance) {
            Codec.writeEnum(out, why);
        }
        rates.save(out);
        for (Rates.Frozen total : totals) {
            out.writeBoolean(total != null);
            if (total != null) {
                total.save(out);
            }
        }
        hour.save(out);
    }

    public static Profiled read(DataInput in) throws IOException {
        Identified identified = Identified.read(in);
        String group = in.readUTF();
        long groupKey = in.readLong();
        long since = in.readLong();
        boolean firstUse = in.readBoolean();
        long[] settled = new long[in.readInt()];
        for (int i = 0; i < settled.length; i++) {
            settled[i] = in.readLong();
        }
        long[] familiar = new long[Trait.values().length];
        for (int i = 0; i < familiar.length; i++) {
            familiar[i] = in.readLong();
        }
        List<Provenance> provenance = new ArrayList<>(identified.touched().size());
        for (int left = identified.touched().size(); left > 0; left--) {
            provenance.add(Codec.readEnum(in, Provenance.class));
        }
        Rates.Frozen rates = Rates.Frozen.read(in);
        Rates.@Nullable Frozen[] totals = new Rates.Frozen[Measure.ALL.size()];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = in.readBoolean() ? Rates.Frozen.read(in) : null;
        }
        ActiveHours.Share hour = ActiveHours.Share.read(in);
        return new Profiled(
                identified, group, groupKey, since, firstUse, settled, familiar, provenance, rates, totals, hour);
    }

    private Duration between(long earlier) {
        long micros = Math.max(0, micros() - earlier);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    /// The profile that detectors see.
    private final class Against implements Profile {

        private final Population population;

        /// Kept, since it takes long at a first use.
        private @Nullable Peers peers;

        private Against(Population population) {
            this.population = population;
        }

        @Override
        public Duration age() {
            return between(since);
        }

        @Override
        public boolean firstUse() {
            return firstUse;
        }

        @Override
        public boolean elevated(Scale scale) {
            return rates.elevated(scale);
        }

        @Override
        public long count(Scale scale) {
            return rates.inWindow(scale);
        }

        @Override
        public Recent calls(Scale scale) {
            return recent(rates, identified.endpoint().id(), scale);
        }

        @Override
        public boolean elevated(Measure measure, Scale scale) {
            Rates.Frozen total = totals[measure.place()];
            return total != null && total.elevated(scale);
        }

        @Override
        public Recent total(Measure measure, Scale scale) {
            Rates.Frozen total = totals[measure.place()];
            return total == null ? new Recent(0, new Usual.StillLearning(age())) : recent(total, measure.key(), scale);
        }

        private Recent recent(Rates.Frozen counts, long counted, Scale scale) {
            return new Recent(counts.inWindow(scale), usual(counts.past(scale), counted, scale));
        }

        private Usual usual(Past own, long counted, Scale scale) {
            Yardstick yardstick = new Yardstick(population, identified.actor().kind(), groupKey, counted);
            return yardstick.usual(own, scale, micros(), hour, yardstick.factor(), age());
        }

        @Override
        public Duration familiar(Trait trait) {
            return between(familiar[place(trait)]);
        }

        @Override
        public Peers peers() {
            Peers known = peers;
            if (known == null) {
                long endpoint = identified.endpoint().id();
                known = population.peers(group, groupKey, endpoint);
                if (settled.length > 0) {
                    known = known.asOdd(population.model().shareAsOdd(settled, groupKey, endpoint));
                    known = known.asOdd() <= TO_EXPLAIN
                            ? known.beside(population.model().like(settled, endpoint))
                            : known;
                }
                peers = known;
            }
            return known;
        }

        @Override
        public Provenance provenance(int touched) {
            return provenance.get(touched);
        }

        @Override
        public Owners owners() {
            return population.owners(groupKey, identified.endpoint().id());
        }

        @Override
        public double unexplainedShare() {
            return population.unexplainedShare(groupKey, identified.endpoint().id());
        }
    }
}
