// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Measure;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profile.Owners;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What earlier stages know while a story happens, as its teller says. Ages grow with the story.
///
/// @param age        of the actor when the story starts
/// @param familiar   how long the actor has been known with country, network, device when the story starts
/// @param firstTime  whether the first call of the story is the first to its endpoint
/// @param scale      the one that the story tells of; of the others nothing is known
/// @param usual      calls in a window of that scale
/// @param provenance of every entity the story touches
/// @param share      what the peers do unexplained
/// @param whose      every entity the story touches is
/// @param owners     whose entities the peers are served with
/// @param replayed   whether refresh tokens of the story were used up by another device elsewhere
record Background(
        Duration age,
        Map<Trait, Duration> familiar,
        boolean firstTime,
        Peers peers,
        Scale scale,
        Usual usual,
        Provenance provenance,
        double share,
        Whose whose,
        Owners owners,
        boolean replayed) {

    private static final Duration LONG = Duration.ofDays(30);

    /// An actor known for a month, at home everywhere it is, who touches what it was shown.
    static final Background ORDINARY = new Background(
            LONG,
            Map.of(Trait.COUNTRY, LONG, Trait.NETWORK, LONG, Trait.DEVICE, LONG),
            false,
            Peers.UNKNOWN,
            Scale.HOUR,
            new Usual.StillLearning(LONG),
            Provenance.SHOWN,
            0.02,
            Whose.UNKNOWN,
            Owners.UNKNOWN,
            false);

    Background known(Duration since) {
        return new Background(
                since, familiar, firstTime, peers, scale, usual, provenance, share, whose, owners, replayed);
    }

    Background familiar(Trait trait, Duration since) {
        Map<Trait, Duration> changed = new EnumMap<>(familiar);
        changed.put(trait, since);
        return new Background(age, changed, firstTime, peers, scale, usual, provenance, share, whose, owners, replayed);
    }

    Background first() {
        return new Background(age, familiar, true, peers, scale, usual, provenance, share, whose, owners, replayed);
    }

    Background among(Peers others) {
        return new Background(
                age, familiar, firstTime, others, scale, usual, provenance, share, whose, owners, replayed);
    }

    Background usually(Scale within, Usual calls) {
        return new Background(
                age, familiar, firstTime, peers, within, calls, provenance, share, whose, owners, replayed);
    }

    Background explained(Provenance why) {
        return new Background(age, familiar, firstTime, peers, scale, usual, why, share, whose, owners, replayed);
    }

    Background peersUnexplained(double peersShare) {
        return new Background(
                age, familiar, firstTime, peers, scale, usual, provenance, peersShare, whose, owners, replayed);
    }

    Background whichIs(Whose others) {
        return new Background(
                age, familiar, firstTime, peers, scale, usual, provenance, share, others, owners, replayed);
    }

    Background owners(Owners served) {
        return new Background(
                age, familiar, firstTime, peers, scale, usual, provenance, share, whose, served, replayed);
    }

    Background replays() {
        return new Background(age, familiar, firstTime, peers, scale, usual, provenance, share, whose, owners, true);
    }

    /// @param first    whether this is the first call of the story to its endpoint
    /// @param since    the story's start
    /// @param observed calls to the endpoint in this window of [#scale], this one included
    Profile seenBy(boolean first, Duration since, long observed) {
        return new Told(this, first, since, observed);
    }

    private record Told(Background known, boolean first, Duration since, long observed) implements Profile {

        @Override
        public Duration age() {
            return known.age.plus(since);
        }

        @Override
        public boolean firstUse() {
            return known.firstTime && first;
        }

        /// A story tells of one scale; shorter ones are left out of it.
        @Override
        public long count(Scale scale) {
            return scale.compareTo(known.scale) < 0 ? 0 : observed;
        }

        @Override
        public boolean elevated(Scale scale) {
            return scale == known.scale;
        }

        @Override
        public Recent calls(Scale scale) {
            return scale == known.scale
                    ? new Recent(observed, known.usual)
                    : new Recent(0, new Usual.StillLearning(age()));
        }

        @Override
        public boolean elevated(Measure measure, Scale scale) {
            return false;
        }

        @Override
        public Recent total(Measure measure, Scale scale) {
            return new Recent(0, new Usual.StillLearning(age()));
        }

        @Override
        public Duration familiar(Trait trait) {
            return known.familiar.getOrDefault(trait, LONG).plus(since);
        }

        @Override
        public Peers peers() {
            return known.peers;
        }

        @Override
        public Provenance provenance(int touched) {
            return known.provenance;
        }

        @Override
        public Owners owners() {
            return known.owners;
        }

        @Override
        public double unexplainedShare() {
            return known.share;
        }
    }
}
