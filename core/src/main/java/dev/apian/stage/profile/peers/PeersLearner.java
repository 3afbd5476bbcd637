// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.profile.peers.PeerModel.RollOut;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps which actor uses which endpoint, and refits the [PeerModel]: at the first tick of a day, and every hour in the
/// first days, while it is small.
///
/// A new use is in quarantine: it does not become normal before three days and three actors of the group. So a
/// violation does not teach that it is one of the things people do, and nobody can teach it alone.
public final class PeersLearner implements State {

    /// Beyond this many actors the idlest are dropped and counted.
    public static final int ACTORS_MAX = 1_000_000;

    /// Beyond this many uses, of 16 bytes each, new ones are dropped and counted until the next refit.
    public static final int USES_MAX = 16_000_000;

    /// What was not used for so long is no longer normal.
    static final int MEMORY_DAYS = 28;

    /// An endpoint that so large a part of a group began to use within a day was opened to it.
    private static final double ROLL_OUT_SHARE = 0.05;

    /// One or two are a large part of a small group.
    private static final int ROLL_OUT_MIN = 5;

    /// Of a model that is worth an hourly refit: it takes less than a second.
    private static final int USES_HOURLY_MAX = 50_000;

    /// So long a day is a long time.
    private static final int DAYS_HOURLY = 3;

    private final Map<Long, UsedEndpoints> actors = new HashMap<>();
    private final Map<RollOut, Adoption> adoptions = new HashMap<>();
    private final Map<Long, Integer> members = new HashMap<>();
    private Calibrations calibration = new Calibrations();
    private final GroupsLearner readable = new GroupsLearner();
    private PeerModel model = PeerModel.UNKNOWN;
    private int uses;
    private int firstDay = Integer.MAX_VALUE;
    private int refitDay = Integer.MIN_VALUE;
    private long refitHour = Long.MIN_VALUE;
    private int templatesVersion;
    private long dropped;

    /// An actor was served by an endpoint, the first time this day.
    public void learn(long actor, long group, long endpoint, long micros) {
        int day = dayOf(micros);
        firstDay = Math.min(firstDay, day);
        UsedEndpoints row = actors.get(actor);
        if (row == null) {
            if (uses >= USES_MAX) {
                dropped++;
                return;
            }
            row = new UsedEndpoints(day);
            row.group = group;
            actors.put(actor, row);
            members.merge(group, 1, Integer::sum);
        }
        if (row.group != group) {
            members.merge(row.group, -1, Integer::sum);
            members.merge(group, 1, Integer::sum);
            row.group = group;
        }
        if (row.add(endpoint, day)) {
            uses++;
            if (day > row.firstDay) {
                adoptions
                        .computeIfAbsent(new RollOut(group, endpoint), pair -> new Adoption())
                        .add(day);
            }
        }
    }

    /// What the permissions and the application of an actor are called that was told to use something.
    ///
    /// @param client id of the application; empty if none was told
    public void name(long actor, long group, String permissions, String client) {
        UsedEndpoints row = actors.get(actor);
        if (row != null) {
            row.application = client.isEmpty() ? 0 : Hash.of(client);
            readable.name(group, permissions, row.application, client);
        }
    }

    /// Endpoints merged: their uses come along. The model knows the new ones from its next refit on.
    public void follow(Templates current) {
        readable.follow(current);
        if (current.version() == templatesVersion) {
            return;
        }
        templatesVersion = current.version();
        if (!current.aliases().isEmpty()) {
            actors.values().forEach(row -> row.rename(current::current));
            readable.rename(current);
            uses = actors.values().stream().mapToInt(UsedEndpoints::size).sum();
        }
    }

    /// What is known at the start of a tick.
    public PeerModel publish(long tick) {
        int day = (int) Math.floorDiv(tick, Tick.PER_DAY);
        long hour = Math.floorDiv(tick, Tick.PER_HOUR);
        boolean young = uses <= USES_HOURLY_MAX && day < (long) firstDay + DAYS_HOURLY;
        if (day != refitDay || young && hour != refitHour) {
            refit(day);
            refitDay = day;
        }
        if (hour != refitHour) {
            refitHour = hour;
            adoptions.values().removeIf(adoption -> adoption.isOver(day));
            model = model.with(rollOuts());
        }
        return model;
    }

    /// Actors and uses that found no room.
    public long dropped() {
        return dropped;
    }

    private Set<RollOut> rollOuts() {
        Set<RollOut> many = new HashSet<>();
        adoptions.forEach((pair, adoption) -> {
            int of = members.getOrDefault(pair.group(), 0);
            if (adoption.lately() >= Math.max(ROLL_OUT_MIN, ROLL_OUT_SHARE * of)) {
                many.add(pair);
            }
        });
        return many;
    }

    private void refit(int day) {
        if (day != refitDay) {
            forget(day);
            calibration.age();
            FirstUses.of(actors, model, refitDay, day).forEach(calibration::add);
        }
        model = new Normal(actors, day, firstDay)
                .refit(model, calibration.toJudgeBy(), readable)
                .with(rollOuts());
    }

    private void forget(int day) {
        actors.values().forEach(row -> row.forgetBefore(day - MEMORY_DAYS));
        actors.values().removeIf(row -> row.size() == 0);
        if (actors.size() > ACTORS_MAX) {
            List<Long> idlest = actors.entrySet().stream()
                    .sorted(Comparator.<Map.Entry<Long, UsedEndpoints>>comparingInt(
                                    entry -> entry.getValue().lastDay())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(actors.size() - ACTORS_MAX)
                    .map(Map.Entry::getKey)
                    .toList();
            idlest.forEach(actors::remove);
            dropped += idlest.size();
        }
        uses = actors.values().stream().mapToInt(UsedEndpoints::size).sum();
        members.clear();
        actors.values().forEach(row -> members.merge(row.group, 1, Integer::sum));
    }

    private static int dayOf(long micros) {
        return (int) Math.floorDiv(micros, Duration.ofDays(1).toMillis() * 1_000);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(actors.size());
        for (Map.Entry<Long, UsedEndpoints> entry : actors.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
        out.writeInt(adoptions.size());
        for (Map.Entry<RollOut, Adoption> entry : adoptions.entrySet()) {
            out.writeLong(entry.getKey().group());
            out.writeLong(entry.getKey().endpoint());
            entry.getValue().save(out);
        }
        calibration.save(out);
        readable.save(out);
        model.save(out);
        out.writeInt(firstDay);
        out.writeInt(refitDay);
        out.writeLong(refitHour);
        out.writeInt(templatesVersion);
        out.writeLong(dropped);
        out.writeInt(members.size());
        for (Map.Entry<Long, Integer> entry : members.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        actors.clear();
        for (int left = in.readInt(); left > 0; left--) {
            actors.put(in.readLong(), UsedEndpoints.read(in));
        }
        uses = actors.values().stream().mapToInt(UsedEndpoints::size).sum();
        adoptions.clear();
        for (int left = in.readInt(); left > 0; left--) {
            adoptions.put(new RollOut(in.readLong(), in.readLong()), Adoption.read(in));
        }
        calibration = Calibrations.read(in);
        readable.load(in);
        model = PeerModel.read(in);
        firstDay = in.readInt();
        refitDay = in.readInt();
        refitHour = in.readLong();
        templatesVersion = in.readInt();
        dropped = in.readLong();
        members.clear();
        for (int left = in.readInt(); left > 0; left--) {
            members.put(in.readLong(), in.readInt());
        }
    }
}
