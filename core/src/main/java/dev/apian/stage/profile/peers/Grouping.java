// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Sorts actors into groups of those who do alike, for people to read.
///
/// Two actors are alike by the cosine of what their roles let expect, each endpoint weighing the less the more it is
/// used, as in the chi-square distance of correspondence analysis (Greenacre 1984): what everybody uses tells nobody
/// apart. Groups begin with the actors that have the most others near them, one after the other, and are then moved to
/// the mean of their members, as by spherical k-means (Dhillon and Modha 2001). Nothing is drawn by chance.
final class Grouping {

    /// More nobody reads.
    static final int GROUPS_MAX = 24;

    /// Fewer are no group.
    static final int MEMBERS_MIN = 5;

    /// An actor of fewer endpoints may be anything.
    static final int ENDPOINTS_MIN = 3;

    /// In no group.
    static final int NONE = -1;

    /// Of more actors, groups are found among so many, drawn by the hash of their place.
    private static final int DRAWN_MAX = 2_048;

    /// Of these, so many may be the first of a group.
    private static final int FIRST_MAX = 256;

    /// So near are those who belong to the first.
    private static final float NEAR = 0.6f;

    private static final int MOVES = 5;

    private static final float TINY = 1e-9f;

    private final float[][] gram;
    private final float[][] roles;

    private Grouping(float[][] gram, float[][] roles) {
        this.gram = gram;
        this.roles = roles;
    }

    /// Of each group, how much each role speaks for it; to be compared by [#nearest].
    ///
    /// @param rolesOf of each actor, an empty array if it uses too little
    static List<float[]> of(Uses uses, Factors factors, List<float[]> rolesOf) {
        float[] weights = new float[uses.endpoints()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = 1f / (1 + uses.users(j));
        }
        float[][] drawn = IntStream.range(0, rolesOf.size())
                .filter(i -> rolesOf.get(i).length > 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> Hash.mix(i)))
                .limit(DRAWN_MAX)
                .map(rolesOf::get)
                .toArray(float[][]::new);
        return new Grouping(factors.gram(weights), drawn).groups();
    }

    /// The place of the group that an actor belongs to.
    static int nearest(float[] roles, List<float[]> groups) {
        int nearest = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int n = 0; n < groups.size(); n++) {
            float much = dot(roles, groups.get(n));
            if (much > most) {
                most = much;
                nearest = n;
            }
        }
        return nearest;
    }

    private List<float[]> groups() {
        List<float[]> groups = first();
        for (int move = 0; move < MOVES && !groups.isEmpty(); move++) {
            groups = moved(groups);
        }
        return groups;
    }

    /// Begins with whoever has the most near that nobody before has.
    private List<float[]> first() {
        int candidates = Math.min(FIRST_MAX, roles.length);
        boolean[][] near = new boolean[candidates][roles.length];
        float[] norms = new float[roles.length];
        for (int i = 0; i < roles.length; i++) {
            norms[i] = norm(roles[i]);
        }
        float[][] toward = new float[candidates][];
        for (int c = 0; c < candidates; c++) {
            toward[c] = toward(roles[c]);
            for (int i = 0; i < roles.length; i++) {
                near[c][i] = dot(roles[i], toward[c]) >= NEAR * norms[i];
            }
        }
        boolean[] taken = new boolean[roles.length];
        List<float[]> groups = new ArrayList<>();
        while (groups.size() < GROUPS_MAX) {
            int best = NONE;
            int most = MEMBERS_MIN - 1;
            for (int c = 0; c < candidates; c++) {
                int count = count(near[c], taken);
                if (count > most) {
                    most = count;
                    best = c;
                }
            }
            if (best == NONE) {
                break;
            }
            for (int i = 0; i < taken.length; i++) {
                taken[i] |= near[best][i];
            }
            groups.add(toward[best]);
        }
        return groups;
    }

    private static int count(boolean[] near, boolean[] taken) {
        int count = 0;
        for (int i = 0; i < near.length; i++) {
            count += near[i] && !taken[i] ? 1 : 0;
        }
        return count;
    }

    /// To the mean of their members; those of too few are dissolved.
    private List<float[]> moved(List<float[]> groups) {
        float[][] sums = new float[groups.size()][Factors.RANK];
        int[] members = new int[groups.size()];
        for (float[] one : roles) {
            int group = nearest(one, groups);
            float norm = norm(one);
            members[group]++;
            for (int k = 0; k < Factors.RANK; k++) {
                sums[group][k] += one[k] / norm;
            }
        }
        return IntStream.range(0, groups.size())
                .filter(group -> members[group] >= MEMBERS_MIN)
                .mapToObj(group -> toward(sums[group]))
                .toList();
    }

    /// Multiplied with the roles of another and divided by the other's norm, it gives the cosine.
    private float[] toward(float[] one) {
        float[] toward = new float[Factors.RANK];
        float norm = norm(one);
        for (int k = 0; k < Factors.RANK; k++) {
            toward[k] = dot(gram[k], one) / norm;
        }
        return toward;
    }

    private float norm(float[] one) {
        float sum = 0;
        for (int k = 0; k < Factors.RANK; k++) {
            sum += one[k] * dot(gram[k], one);
        }
        return (float) StrictMath.sqrt(Math.max(TINY, sum));
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < Factors.RANK; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /// Of each actor the place of its group, or [#NONE].
    static int[] groupOf(List<float[]> rolesOf, List<float[]> groups) {
        int[] groupOf = new int[rolesOf.size()];
        Arrays.setAll(
                groupOf, i -> groups.isEmpty() || rolesOf.get(i).length == 0 ? NONE : nearest(rolesOf.get(i), groups));
        return groupOf;
    }
}
