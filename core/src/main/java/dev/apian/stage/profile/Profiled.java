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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A call beside its actor's own history, frozen at the time of the call.
///
/// What peers do comes in later, with [#against]: the history of one actor never depends on what is known
/// across actors, so knowledge flows downstream only, and a runner needs no loop to learn it.
public final class Profiled implements Timed, ProfileStep.Given {

    /// With fewer windows than this, the peers speak for the actor.
    private static final float WINDOWS_MIN = 5;

    /// Dispersion is shrunk towards [#DISPERSION_PRIOR] as if so many windows had shown it.
    private static final float PRIOR_WINDOWS = 20;

    private static final float DISPERSION_PRIOR = 3;

    private final Identified identified;
    private final String group;
    private final long groupKey;
    private final long since;
    private final boolean firstUse;
    private final long[] settled;
    private final long[] familiar;
    private final List<Provenance> provenance;
    private final List<Rate.Frozen> rates;

    /// @param group      what the actor and its peers have in common
    /// @param since      event time of the actor's first call, microseconds
    /// @param firstUse   never served by this endpoint before
    /// @param settled    if this is a first use that was served, ids of the endpoints the actor is used to; else none
    /// @param familiar   by [#place] of a trait: since when the actor is known with it, microseconds
    /// @param provenance of each entity touched
    /// @param rates      in the order of the scales
    Profiled(
            Identified identified,
            String group,
            long groupKey,
            long since,
            boolean firstUse,
            long[] settled,
            long[] familiar,
            List<Provenance> provenance,
            List<Rate.Frozen> rates) {
        this.identified = identified;
        this.group = group;
        this.groupKey = groupKey;
        this.since = since;
        this.firstUse = firstUse;
        this.settled = settled;
        this.familiar = familiar;
        this.provenance = provenance;
        this.rates = rates;
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
        for (Rate.Frozen rate : rates) {
            rate.save(out);
        }
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
        List<Rate.Frozen> rates = new ArrayList<>(Scale.values().length);
        for (int left = Scale.values().length; left > 0; left--) {
            rates.add(Rate.Frozen.read(in));
        }
        return new Profiled(identified, group, groupKey, since, firstUse, settled, familiar, provenance, rates);
    }

    private Duration between(long earlier) {
        return Duration.of(Math.max(0, micros() - earlier), ChronoUnit.MICROS);
    }

    /// The profile that detectors see.
    private final class Against implements Profile {

        private final Population population;

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
        public Recent calls(Scale scale) {
            Rate.Frozen rate = rates.get(scale.place());
            return new Recent(rate.inWindow(), usual(rate, scale));
        }

        private Usual usual(Rate.Frozen rate, Scale scale) {
            if (rate.windows() >= WINDOWS_MIN) {
                double mean = rate.sum() / rate.windows();
                double seen = Math.max(0, rate.squares() / rate.windows() - mean * mean);
                double weight = rate.windows() / (rate.windows() + PRIOR_WINDOWS);
                double variance = weight * seen + (1 - weight) * DISPERSION_PRIOR * mean;
                double ofTheMean = variance / rate.windows();
                return new Usual.Known(mean, variance + ofTheMean, rate.windows(), false);
            }
            return scale == Scale.HOUR
                    ? population.hourOf(identified.endpoint().id(), age())
                    : new Usual.StillLearning(age());
        }

        @Override
        public Duration familiar(Trait trait) {
            return between(familiar[place(trait)]);
        }

        @Override
        public Peers peers() {
            long endpoint = identified.endpoint().id();
            Peers counted = population.peers(group, groupKey, endpoint);
            return settled.length == 0
                    ? counted
                    : counted.asOdd(population.model().shareAsOdd(settled, groupKey, endpoint));
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
