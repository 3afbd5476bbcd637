// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Finds, names and follows the readable groups from refit to refit.
///
/// A group has the id of the one before from which most of its members come, so that what its members did months ago
/// is still known when the members are not.
final class GroupsLearner implements State {

    /// Endpoints that a group is described by; more nobody reads.
    private static final int DISTINCTIVE_MAX = 3;

    /// An endpoint describes a group if so large a part of it uses it,
    private static final double DISTINCTIVE_SHARE = 0.3;

    /// so many times more often than all do.
    private static final double DISTINCTIVE_TIMES = 2;

    /// A name is right for a group if so many of its members have it.
    private static final double NAMED_SHARE = 0.5;

    private final Names names = new Names();
    private final LastUses lastUses = new LastUses();
    private Templates templates = Templates.NONE;

    /// The permissions and the application that keys stand for.
    ///
    /// @param permissions empty if the actor has none but what its kind has
    void name(long group, String permissions, long application, String client) {
        names.put(group, permissions);
        names.put(application, client);
    }

    /// Where names of endpoints are found; not saved, since it is given before every refit.
    void follow(Templates current) {
        templates = current;
    }

    void rename(Templates current) {
        lastUses.rename(current::current);
    }

    /// @param rows      of the matrix, which learn what group they are in
    /// @param endpoints ids by place, rising
    /// @param day       of the refit
    PeerGroups refit(List<UsedEndpoints> rows, Uses uses, Likeness likeness, long[] endpoints, int day, int since) {
        List<float[]> rolesOf = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int[] used = uses.row(i);
            rolesOf.add(
                    used.length < Grouping.ENDPOINTS_MIN
                            ? new float[0]
                            : likeness.factors().foldIn(used));
        }
        List<float[]> toward = Grouping.of(uses, likeness.factors(), rolesOf);
        int[] groupOf = Grouping.groupOf(rolesOf, toward);
        long[] ids = ids(rows, groupOf, toward.size(), day);
        int[][] users = new int[toward.size()][endpoints.length];
        int[][] last = new int[toward.size()][endpoints.length];
        Arrays.stream(last).forEach(days -> Arrays.fill(days, Like.NEVER));
        for (int i = 0; i < rows.size(); i++) {
            UsedEndpoints row = rows.get(i);
            long before = row.like;
            row.like = groupOf[i] == Grouping.NONE ? 0 : ids[groupOf[i]];
            // Whoever was in another group yesterday may be back in it tomorrow, and did what the other does.
            boolean settled = row.like == before && day >= since + Normal.FIRST_DAYS;
            for (int n = 0; n < row.size() && row.like != 0; n++) {
                int place = Arrays.binarySearch(endpoints, row.id(n));
                if (place >= 0) {
                    users[groupOf[i]][place]++;
                    last[groupOf[i]][place] =
                            settled ? Math.max(last[groupOf[i]][place], row.lastDay(n)) : last[groupOf[i]][place];
                }
            }
        }
        List<PeerGroups.One> groups = new ArrayList<>();
        for (int g = 0; g < ids.length; g++) {
            int group = g;
            int[] members = IntStream.range(0, rows.size())
                    .filter(i -> groupOf[i] == group)
                    .toArray();
            Like of = new Like(
                    nameOf(rows, members),
                    distinctive(users[g], members.length, uses, endpoints),
                    members.length,
                    0,
                    Like.NEVER,
                    since);
            groups.add(new PeerGroups.One(
                    ids[g], of, toward.get(g), users[g], lastUses.everBefore(ids[g], endpoints, last[g])));
        }
        lastUses.shrink();
        return new PeerGroups(since, groups);
    }

    /// A new group continues an old one if they share more than half of the members of either: two that were one before
    /// are both new, or what the one did would be told of the other.
    private static long[] ids(List<UsedEndpoints> rows, int[] groupOf, int count, int day) {
        Map<Shared, Integer> shared = new HashMap<>();
        Map<Long, Integer> old = new HashMap<>();
        int[] members = new int[1 + count];
        for (int i = 0; i < rows.size(); i++) {
            members[Math.max(0, groupOf[i])] += groupOf[i] == Grouping.NONE ? 0 : 1;
            long before = rows.get(i).like;
            if (before != 0) {
                old.merge(before, 1, Integer::sum);
                if (groupOf[i] != Grouping.NONE) {
                    shared.merge(new Shared(before, groupOf[i]), 1, Integer::sum);
                }
            }
        }
        long[] ids = new long[count];
        shared.forEach((pair, both) -> {
            if (2 * both > old.getOrDefault(pair.before, 0) && 2 * both > members[pair.now]) {
                ids[pair.now] = pair.before;
            }
        });
        Set<Long> given = new HashSet<>(old.keySet());
        for (int g = 0; g < count; g++) {
            for (long id = Hash.of(day, g); ids[g] == 0; id = Hash.mix(id)) {
                ids[g] = id != 0 && given.add(id) ? id : 0;
            }
        }
        return ids;
    }

    private record Shared(long before, int now) {}

    /// The permissions that most have, else the application, else nothing.
    private String nameOf(List<UsedEndpoints> rows, int[] members) {
        String permissions = most(rows, members, false);
        return permissions.isEmpty() ? most(rows, members, true) : permissions;
    }

    private String most(List<UsedEndpoints> rows, int[] members, boolean byApplication) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i : members) {
            UsedEndpoints row = rows.get(i);
            counts.merge(byApplication ? row.application : row.group, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= NAMED_SHARE * members.length)
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> names.of(entry.getKey()))
                .orElse("");
    }

    /// The endpoints whose use tells members best from others: by the share of members times the log of how much
    /// oftener they use it than all do.
    private List<String> distinctive(int[] users, int members, Uses uses, long[] endpoints) {
        return IntStream.range(0, users.length)
                .filter(place -> users[place] >= DISTINCTIVE_SHARE * members)
                .filter(place -> times(users[place], members, uses, place) >= DISTINCTIVE_TIMES)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(place -> -(double) users[place]
                                / members
                                * StrictMath.log(times(users[place], members, uses, place)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(place -> templates.byId(endpoints[place]))
                .filter(Objects::nonNull)
                .limit(DISTINCTIVE_MAX)
                .map(Endpoint::toString)
                .toList();
    }

    private static double times(int users, int members, Uses uses, int place) {
        double everybody = (uses.users(place) + 1.0) / (uses.actors() + 1);
        return (double) users / members / everybody;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        names.save(out);
        lastUses.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        names.load(in);
        lastUses.load(in);
    }
}
