// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.peers.Like;
import java.time.Duration;
import java.util.Locale;

/// What is usual for the actor of a call and its peers, frozen at the time of the call.
public interface Profile {

    /// Since when the actor is known.
    Duration age();

    /// Whether the actor had never been served by this endpoint before, as far as its memory reaches. Having
    /// been refused is no use.
    boolean firstUse();

    /// Whether the calls to this endpoint in the current window are enough to be worth asking what is usual: a
    /// comparison of integers.
    boolean elevated(Scale scale);

    /// The same for what is counted over all endpoints.
    boolean elevated(Measure measure, Scale scale);

    /// What is counted over all endpoints in the current window, this call included, beside what is usual. Asked of a
    /// measure that no scale has elevated, nothing and still learning.
    Recent total(Measure measure, Scale scale);

    /// The actor's calls to this endpoint in the current window, this one included.
    long count(Scale scale);

    /// The same beside what is usual.
    Recent calls(Scale scale);

    /// Since when the actor is known with what this call shows of the trait; zero if it is new.
    Duration familiar(Trait trait);

    /// Who else of the actor's peers uses this endpoint.
    Peers peers();

    /// How the actor may have learned of the n-th entity that the call touches.
    Provenance provenance(int touched);

    /// How the access to the n-th entity is explained, peers included.
    default Provenance explanation(int touched) {
        Provenance why = provenance(touched);
        return why == Provenance.UNEXPLAINED && unexplainedShare() >= PEERS_SHARE ? Provenance.PEERS : why;
    }

    /// Where peers are not shown one thing in so many beforehand, not to have been shown it is nothing special.
    double PEERS_SHARE = 0.35;

    /// How many of the actor's peers are served at this endpoint with what is not theirs.
    Owners owners();

    /// The share of accesses at this endpoint that peers make without having been shown the entity, in 0..1;
    /// NaN where that is unknown or means nothing.
    double unexplainedShare();

    /// Sides of a consumer that change rarely.
    enum Trait {
        COUNTRY,
        NETWORK,
        DEVICE
    }

    /// Explanations of an access, the first that holds.
    enum Provenance {
        CREATED("created by the actor"),
        SHOWN("shown to the actor before"),
        USED("used by the actor before"),
        TENANT("belongs to the actor's tenant"),
        PARENT("part of something that is explained"),
        PUBLIC("of a type that is for everybody"),
        PEERS("of a sort that peers open without having been shown it"),
        UNEXPLAINED("never shown to the actor");

        private final String text;
        private final String label = name().toLowerCase(Locale.ROOT);

        Provenance(String text) {
            this.text = text;
        }

        /// The word in tables.
        public String label() {
            return label;
        }

        public String text() {
            return text;
        }
    }

    /// @param actors  peers who were lately served at the endpoint with entities whose owner is known
    /// @param foreign of these, who got entities of another tenant that nothing explains
    record Owners(long actors, long foreign) {

        public static final Owners UNKNOWN = new Owners(0, 0);
    }

    /// @param observed calls so far in the window
    record Recent(long observed, Usual usual) {}

    /// @param group    what the peers have in common: their roles, else their kind
    /// @param members  how many actors the group has
    /// @param users    how many of them used this endpoint lately
    /// @param everyone how many actors of all groups did
    /// @param asOdd    the share of ordinary first uses that are as odd as this one, or odder, in (0, 1]; NaN if it
    ///                 is none, or if nothing can be said
    /// @param like     those who do as the actor does, whatever their permissions; to explain an odd first use by
    record Peers(String group, int members, int users, int everyone, double asOdd, Like like) {

        public static final Peers UNKNOWN = new Peers("", 0, 0, 0);

        /// With nothing said of how odd a first use is.
        public Peers(String group, int members, int users, int everyone) {
            this(group, members, users, everyone, Double.NaN);
        }

        /// With nobody known who does as the actor does.
        public Peers(String group, int members, int users, int everyone, double asOdd) {
            this(group, members, users, everyone, asOdd, Like.NOBODY);
        }

        /// Beside those who do as the actor does.
        public Peers beside(Like others) {
            return new Peers(group, members, users, everyone, asOdd, others);
        }

        Peers asOdd(double share) {
            return new Peers(group, members, users, everyone, share, like);
        }
    }
}
