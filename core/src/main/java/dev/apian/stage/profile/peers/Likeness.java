// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much using an endpoint would be like an actor, by all that it uses: popularity, roles, endpoints used together
/// and the actors most alike, in one score.
///
/// The weights come from the uses themselves: a part of them is hidden from a first fit, which then has to tell them
/// from pairs that are no uses.
public final class Likeness {

    /// An actor of no group, or of one that is not counted.
    public static final int NO_GROUP = -1;

    /// One use in so many is hidden from the first fit.
    private static final int HIDDEN_ONE_IN = 10;

    /// Hidden uses to learn weights from; more do not change them.
    private static final int HIDDEN_MAX = 5_000;

    /// Hidden uses needed to learn weights.
    private static final int HIDDEN_MIN = 20;

    /// Pairs that are no uses, for each hidden use.
    private static final int UNUSED = 5;

    /// Parts of a small matrix that are hidden one after the other.
    private static final int FOLDS_MAX = 5;

    private static final int VIEWS = 6;
    private static final int[] NOTHING = {};

    /// So many members a group has beforehand who do as everybody does.
    private static final double EVERYBODY = 5;

    private final int actors;
    private final List<Integer> users;
    private final int[][] groups;
    private final Factors factors;
    private final CoUse coUse;
    private final Exemplars exemplars;
    private final Fusion fusion;

    /// @param actors how many there are
    /// @param users  of each endpoint, how many actors use it
    /// @param groups by group and endpoint, how many members use it; the last place of a group has its members
    private Likeness(
            int actors,
            List<Integer> users,
            int[][] groups,
            Factors factors,
            CoUse coUse,
            Exemplars exemplars,
            Fusion fusion) {
        this.actors = actors;
        this.users = List.copyOf(users);
        this.groups = groups;
        this.factors = factors;
        this.coUse = coUse;
        this.exemplars = exemplars;
        this.fusion = fusion;
    }

    public static Likeness of(Uses uses) {
        return of(uses, nobody(uses));
    }

    /// @param groupOf the group of each actor, from 0; [#NO_GROUP] if none
    public static Likeness of(Uses uses, int[] groupOf) {
        return of(uses, groupOf, Factors.of(uses), fusion(uses, groupOf));
    }

    /// Refit from the roles known before, which is faster.
    ///
    /// @param placeBefore of each endpoint its place in the model before, negative if it is new
    public Likeness refit(Uses uses, int[] groupOf, int[] placeBefore) {
        return of(uses, groupOf, Factors.of(uses, factors, placeBefore), fusion(uses, groupOf));
    }

    private static Likeness of(Uses uses, int[] groupOf, Factors factors, Fusion fusion) {
        List<Integer> users = new ArrayList<>(uses.endpoints());
        for (int j = 0; j < uses.endpoints(); j++) {
            users.add(uses.users(j));
        }
        int[][] groups = counted(uses, groupOf);
        return new Likeness(uses.actors(), users, groups, factors, CoUse.of(uses), Exemplars.of(uses), fusion);
    }

    private static int[] nobody(Uses uses) {
        int[] groupOf = new int[uses.actors()];
        Arrays.fill(groupOf, NO_GROUP);
        return groupOf;
    }

    private static int[][] counted(Uses uses, int[] groupOf) {
        int count = Arrays.stream(groupOf).max().orElse(NO_GROUP) + 1;
        int[][] groups = new int[count][uses.endpoints() + 1];
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] != NO_GROUP) {
                int[] group = groups[groupOf[i]];
                group[uses.endpoints()]++;
                for (int j : uses.row(i)) {
                    group[j]++;
                }
            }
        }
        return groups;
    }

    Factors factors() {
        return factors;
    }

    /// One actor to compare endpoints with.
    ///
    /// @param used  rising places of the endpoints it uses
    /// @param group of the actor, or [#NO_GROUP]
    public Of of(int[] used, int group) {
        return new Of(used, group);
    }

    /// Hides a part of the uses, fits the rest, learns to tell the hidden ones, and again with other parts of a small
    /// matrix.
    private static Fusion fusion(Uses uses, int[] groupOf) {
        int folds = Math.clamp(HIDDEN_MAX / Math.max(1, uses.size() / HIDDEN_ONE_IN), 1, FOLDS_MAX);
        List<double[]> more = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            hide(uses, groupOf, fold, more);
        }
        return more.size() < HIDDEN_MIN * UNUSED ? Fusion.even(VIEWS) : Fusion.of(more.toArray(double[][]::new));
    }

    private static void hide(Uses uses, int[] groupOf, int fold, List<double[]> more) {
        int sparse = Math.max(1, uses.size() / HIDDEN_ONE_IN / HIDDEN_MAX);
        List<int[]> shown = new ArrayList<>(uses.actors());
        List<int[]> hidden = new ArrayList<>(uses.actors());
        for (int i = 0; i < uses.actors(); i++) {
            int actor = i;
            boolean asked = Math.floorMod(Hash.mix(i), sparse) == 0;
            int[] row = uses.row(i);
            shown.add(
                    asked
                            ? Arrays.stream(row)
                                    .filter(j -> !isHidden(actor, j, fold))
                                    .toArray()
                            : row);
            hidden.add(
                    asked
                            ? Arrays.stream(row)
                                    .filter(j -> isHidden(actor, j, fold))
                                    .toArray()
                            : NOTHING);
        }
        Uses rest = Uses.of(shown, uses.endpoints());
        Likeness first = of(rest, groupOf, Factors.of(rest), Fusion.even(VIEWS));
        for (int i = 0; i < uses.actors(); i++) {
            if (hidden.get(i).length > 0) {
                first.compare(i, uses.row(i), first.of(shown.get(i), groupOf[i]), hidden.get(i), more);
            }
        }
    }

    /// Hidden uses beside endpoints that the same actor does not use.
    private void compare(int actor, int[] row, Of one, int[] hidden, List<double[]> more) {
        int unused = users.size() - row.length;
        for (int use : hidden) {
            double[] views = one.views(use);
            for (int nth = 0; nth < UNUSED && unused > 0; nth++) {
                int drawn = (int) Math.floorMod(Hash.of(Hash.of(actor, use), nth), (long) unused);
                double[] others = one.views(nthUnused(row, drawn));
                for (int v = 0; v < VIEWS; v++) {
                    others[v] = views[v] - others[v];
                }
                more.add(others);
            }
        }
    }

    private static int nthUnused(int[] row, int nth) {
        int place = nth;
        for (int j : row) {
            if (j > place) {
                break;
            }
            place++;
        }
        return place;
    }

    private static boolean isHidden(int actor, int endpoint, int fold) {
        return Math.floorMod(Hash.of(actor, endpoint), HIDDEN_ONE_IN) == fold;
    }

    /// One actor beside its peers.
    public final class Of {

        private final int[] used;
        private final int group;
        private final float[] roles;
        private final Exemplars.Nearest nearest;

        private Of(int[] used, int group) {
            this.used = used;
            this.group = group;
            roles = factors.foldIn(used);
            nearest = exemplars.nearest(used);
        }

        /// How much using an endpoint is like the actor: the lower, the odder a first use. Of two endpoints, the
        /// difference is the log-odds that the first is the one used.
        public double score(int endpoint) {
            return fusion.score(views(endpoint));
        }

        private double[] views(int endpoint) {
            double popular = (users.get(endpoint) + 0.5) / (actors + 1);
            double together = coUse.nearness(used, endpoint) / Math.max(1, used.length);
            return new double[] {
                logit(popular, 0),
                logit(1 - StrictMath.exp(-factors.expected(roles, endpoint)), 1e-4),
                logit(together, 1e-3),
                logit(nearest.share(endpoint), 1e-3),
                logit(inGroup(endpoint, popular), 1e-4),
                users.get(endpoint) == 0 ? 1 : 0
            };
        }

        private double inGroup(int endpoint, double popular) {
            if (group == NO_GROUP) {
                return popular;
            }
            int[] counts = groups[group];
            return (counts[endpoint] + EVERYBODY * popular) / (counts[users.size()] + EVERYBODY);
        }
    }

    /// @param least so far from certainty at least
    private static double logit(double share, double least) {
        return StrictMath.log((share + least) / (1 - share + least));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Likeness likeness
                && users.equals(likeness.users)
                && Arrays.deepEquals(groups, likeness.groups)
                && factors.equals(likeness.factors)
                && exemplars.equals(likeness.exemplars);
    }

    @Override
    public int hashCode() {
        return users.hashCode();
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(actors);
        out.writeInt(users.size());
        for (int count : users) {
            out.writeInt(count);
        }
        out.writeInt(groups.length);
        for (int[] group : groups) {
            for (int count : group) {
                out.writeInt(count);
            }
        }
        factors.save(out);
        coUse.save(out);
        exemplars.save(out);
        fusion.save(out);
    }

    public static Likeness read(DataInput in) throws IOException {
        int actors = in.readInt();
        List<Integer> users = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            users.add(in.readInt());
        }
        int[][] groups = new int[in.readInt()][users.size() + 1];
        for (int[] group : groups) {
            for (int j = 0; j < group.length; j++) {
                group[j] = in.readInt();
            }
        }
        return new Likeness(
                actors, users, groups, Factors.read(in), CoUse.read(in), Exemplars.read(in), Fusion.read(in));
    }
}
