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
///
/// @param users of each endpoint, how many actors use it
public record Likeness(int actors, List<Integer> users, Factors factors, CoUse coUse, Exemplars exemplars, Fusion fusion) {

    /// One use in so many is hidden from the first fit.
    private static final int HIDDEN_ONE_IN = 10;

    /// Hidden uses to learn weights from; more do not change them.
    private static final int HIDDEN_MAX = 5_000;

    /// Hidden uses needed to learn weights.
    private static final int HIDDEN_MIN = 20;

    private static final int VIEWS = 4;

    public Likeness {
        users = List.copyOf(users);
    }

    public static Likeness of(Uses uses) {
        Fusion fusion = fusion(uses);
        return of(uses, Factors.of(uses), fusion);
    }

    /// Refit from the roles known before, which is three times as fast.
    ///
    /// @param placeBefore of each endpoint its place in the model before, negative if it is new
    public Likeness refit(Uses uses, int[] placeBefore) {
        return of(uses, Factors.of(uses, factors, placeBefore), fusion(uses));
    }

    private static Likeness of(Uses uses, Factors factors, Fusion fusion) {
        List<Integer> users = new ArrayList<>(uses.endpoints());
        for (int j = 0; j < uses.endpoints(); j++) {
            users.add(uses.users(j));
        }
        return new Likeness(uses.actors(), users, factors, CoUse.of(uses), Exemplars.of(uses), fusion);
    }

    /// One actor to compare endpoints with.
    ///
    /// @param used rising places of the endpoints it uses
    public Of of(int[] used) {
        return new Of(used);
    }

    /// Hides uses of a part of the actors, fits the rest, and learns to tell the hidden ones.
    private static Fusion fusion(Uses uses) {
        int sparse = Math.max(1, uses.size() / HIDDEN_ONE_IN / HIDDEN_MAX);
        List<int[]> shown = new ArrayList<>(uses.actors());
        List<int[]> hidden = new ArrayList<>(uses.actors());
        for (int i = 0; i < uses.actors(); i++) {
            int actor = i;
            boolean asked = Math.floorMod(Hash.mix(i), sparse) == 0;
            int[] row = uses.row(i);
            int[] hide = asked
                    ? Arrays.stream(row).filter(j -> isHidden(actor, j)).toArray()
                    : new int[0];
            hidden.add(hide);
            shown.add(hide.length == 0
                    ? row
                    : Arrays.stream(row).filter(j -> !isHidden(actor, j)).toArray());
        }
        Uses rest = Uses.of(shown, uses.endpoints());
        Likeness first = of(rest, Factors.of(rest), Fusion.even(VIEWS));
        List<double[]> views = new ArrayList<>();
        List<Boolean> used = new ArrayList<>();
        for (int i = 0; i < uses.actors() && views.size() < 4 * HIDDEN_MAX; i++) {
            if (hidden.get(i).length > 0) {
                first.learn(i, uses.row(i), shown.get(i), hidden.get(i), views, used);
            }
        }
        if (views.size() < 2 * HIDDEN_MIN) {
            return Fusion.even(VIEWS);
        }
        boolean[] answers = new boolean[used.size()];
        for (int n = 0; n < answers.length; n++) {
            answers[n] = used.get(n);
        }
        return Fusion.of(views.toArray(double[][]::new), answers);
    }

    /// As many pairs that are no uses, of the same actor.
    private void learn(int actor, int[] row, int[] shown, int[] hidden, List<double[]> views, List<Boolean> used) {
        Of one = of(shown);
        int unused = users.size() - row.length;
        for (int n = 0; n < hidden.length; n++) {
            views.add(one.views(hidden[n]));
            used.add(true);
            for (int more = 0; more < 3 && unused > 0; more++) {
                int nth = (int) Math.floorMod(Hash.of(Hash.of(actor, hidden[n]), more), (long) unused);
                views.add(one.views(nthUnused(row, nth)));
                used.add(false);
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

    private static boolean isHidden(int actor, int endpoint) {
        return Math.floorMod(Hash.of(actor, endpoint), HIDDEN_ONE_IN) == 0;
    }

    /// One actor beside its peers.
    public final class Of {

        private final int[] used;
        private final float[] roles;
        private final Exemplars.Nearest nearest;

        private Of(int[] used) {
            this.used = used;
            roles = factors.foldIn(used);
            nearest = exemplars.nearest(used);
        }

        /// The log-odds that the actor uses an endpoint: the lower, the odder a first use. Only their order means
        /// something.
        public double logOdds(int endpoint) {
            return fusion.logOdds(views(endpoint));
        }

        private double[] views(int endpoint) {
            double popular = (users.get(endpoint) + 0.5) / (actors + 1);
            double together = coUse.nearness(used, endpoint) / Math.max(1, used.length);
            return new double[] {
                StrictMath.log(popular),
                StrictMath.log(factors.expected(roles, endpoint) + 1e-4),
                StrictMath.log(together + 1e-3),
                StrictMath.log(nearest.share(endpoint) + 1e-3 + 0.01 * popular)
            };
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Likeness likeness
                && users.equals(likeness.users)
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
        return new Likeness(
                actors, users, Factors.read(in), CoUse.read(in), Exemplars.read(in), Fusion.read(in));
    }
}
