// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.peers.Like;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Wording;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first use of an endpoint by an actor, with what was known of its peers at the time.
///
/// @param weight how odd it is, times how sensitive the endpoint is
/// @param peers  `like` is known if those who do as the actor does are
record Novelty(long endpointId, String endpoint, long micros, String callId, double weight, Peers peers) {

    private static final long DAY_MICROS = Duration.ofDays(1).toMillis() * 1_000;

    /// So long single uses are remembered.
    private static final Duration MEMORY = Duration.ofDays(28);

    /// Rarer than this nobody can tell from the first uses of some weeks.
    private static final long RAREST = 100_000;

    static Novelty of(Observation seen, double weight) {
        return new Novelty(
                seen.endpoint().id(),
                seen.endpoint().toString(),
                seen.micros(),
                seen.call().id(),
                weight,
                seen.profile().peers());
    }

    boolean isExplained() {
        return peers.like().isKnown();
    }

    /// What those like the actor do instead, and how odd each use is.
    ///
    /// @param all explained ones, in the order of time
    static String usual(List<Novelty> all) {
        Like like = all.getLast().peers.like();
        String who = Stream.of(
                        like.group().isEmpty() ? "" : "\"" + like.group() + "\"",
                        like.uses().isEmpty() ? "" : "who use " + String.join(", ", like.uses()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return "of %s like it%s %s"
                .formatted(
                        Wording.number(like.members()),
                        who.isEmpty() ? "" : " (" + who + ")",
                        all.stream().map(Novelty::ofPeers).collect(Collectors.joining("; ")));
    }

    private String ofPeers() {
        Like like = peers.like();
        String used = "%s used %s in %s"
                .formatted(like.users() == 0 ? "none" : Wording.number(like.users()), endpoint, Wording.span(MEMORY));
        return "%s%s, and %s".formatted(used, like.users() == 0 ? before(like) : "", oddness());
    }

    private String before(Like like) {
        int today = (int) Math.floorDiv(micros, DAY_MICROS);
        return like.last() == Like.NEVER
                ? ", nor since Apian looks (" + Wording.count(today - like.since(), "day") + ")"
                : ", the last one did " + Wording.count(today - like.last(), "day") + " ago";
    }

    private String oddness() {
        long oneIn = Math.round(1 / peers.asOdd());
        return oneIn > RAREST
                ? "fewer than one in %s first uses are as odd".formatted(Wording.number(RAREST))
                : "one in %s first uses is as odd".formatted(Wording.number(oneIn));
    }

    /// Two numbers to check.
    List<Evidence> evidence() {
        return List.of(
                new Evidence(
                        "those like it who use " + endpoint,
                        peers.like().users(),
                        peers.like().members(),
                        "consumers",
                        MEMORY),
                new Evidence("first uses as odd as that of " + endpoint, peers.asOdd(), 1, "share", Duration.ZERO));
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(endpointId);
        out.writeUTF(endpoint);
        out.writeLong(micros);
        out.writeUTF(callId);
        out.writeDouble(weight);
        out.writeUTF(peers.group());
        out.writeInt(peers.members());
        out.writeInt(peers.users());
        out.writeInt(peers.everyone());
        out.writeDouble(peers.asOdd());
        peers.like().save(out);
    }

    static Novelty read(DataInput in) throws IOException {
        return new Novelty(
                in.readLong(),
                in.readUTF(),
                in.readLong(),
                in.readUTF(),
                in.readDouble(),
                new Peers(in.readUTF(), in.readInt(), in.readInt(), in.readInt(), in.readDouble(), Like.read(in)));
    }
}
