// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stage.call.Call;
import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Networks that share most of their actors, and so are one place: IPv4 and IPv6 of a household, the addresses of a
/// carrier, an office and its VPN.
///
/// Two networks are joined when the actors who change between them within minutes are half of all actors of the larger
/// one. So a home is not joined to the carrier of the phones in it, which has thousands of others. A star again: a
/// network joins the one that stands for a group, never a mere member, and no group grows by chains.
final class Egress implements State {

    /// Networks whose actors are counted, in one of two generations.
    static final int NETWORKS_MAX = 1 << 15;

    static final int PAIRS_MAX = 1 << 15;
    static final int ACTORS_MAX = 1 << 16;

    /// Networks that belong to the place of another one.
    static final int JOINED_MAX = 8_192;

    private static final long CHANGE_MINUTES = 15;

    private static final double SHARE_MIN = 0.5;
    private static final int ACTORS_MIN = 3;

    /// So many changes of a single actor say as much as three actors do.
    private static final int CHANGES_MIN = 8;

    private static final int ACTOR_BITS = 48;
    private static final long ACTOR_MASK = (1L << ACTOR_BITS) - 1;
    private static final long ONE_CHANGE = 1L << ACTOR_BITS;
    private static final long CHANGES_MAX = 0xFFFF;

    /// By network: its actors as bits that their hashes set (linear counting; Whang et al. 1990).
    private final LongTable networks = new LongTable(NETWORKS_MAX);

    /// By pair of networks: the actors who changed between them as bits, and the changes above those.
    private final LongTable pairs = new LongTable(PAIRS_MAX);

    /// By actor: the print of the network it was in last, and the minute above it.
    private final LongTable last = new LongTable(ACTORS_MAX);

    /// By network: the one that stands for its place.
    private final Map<String, String> places = new HashMap<>();

    /// The networks that stand for places.
    private final Set<String> standing = new HashSet<>();

    /// Names of networks that actors were in last, by print.
    private final RecentNames names = new RecentNames();

    /// Notes where an actor is, and names the place.
    String take(Call call, Actor actor) {
        String network = call.origin().network();
        if (network.isEmpty() || actor.kind() == Actor.Kind.ANONYMOUS) {
            return network;
        }
        int print = Claim.print(Hash.of(network));
        long before = last.get(actor.key());
        long minute = Tick.of(call.micros());
        if ((int) before != print || before == 0) {
            long bit = bitOf(actor);
            networks.put(print, networks.get(print) | bit);
            names.put(print, network);
            if (before != 0 && minute - (before >>> Integer.SIZE) <= CHANGE_MINUTES) {
                change((int) before, print, network, bit);
            }
        }
        long now = minute << Integer.SIZE | print;
        if (now != before) {
            last.put(actor.key(), now);
        }
        return places.isEmpty() ? network : places.getOrDefault(network, network);
    }

    private void change(int from, int to, String network, long bit) {
        long key = Hash.of(Math.min(from, to), Math.max(from, to));
        long pair = pairs.get(key);
        long changes = pair >>> ACTOR_BITS;
        long now = pair | bit;
        now = changes == CHANGES_MAX ? now : now + ONE_CHANGE;
        pairs.put(key, now);
        String other = names.of(from);
        if (other != null && isOnePlace(now, from, to)) {
            join(other, from, network, to);
        }
    }

    private boolean isOnePlace(long pair, int one, int other) {
        double both = count(pair & ACTOR_MASK);
        double larger = Math.max(count(networks.get(one)), count(networks.get(other)));
        boolean often = both >= ACTORS_MIN - 0.5 || pair >>> ACTOR_BITS >= CHANGES_MIN;
        return often && both >= SHARE_MIN * larger;
    }

    /// The one with more actors stands for both, if neither belongs elsewhere already.
    private void join(String one, int oneNumber, String other, int otherNumber) {
        boolean full = places.size() >= JOINED_MAX;
        if (full || places.containsKey(one) || places.containsKey(other)) {
            return;
        }
        boolean oneStands = standing.contains(one);
        boolean otherStands = standing.contains(other);
        if (oneStands && otherStands) {
            return;
        }
        boolean first = oneStands || !otherStands && count(networks.get(oneNumber)) >= count(networks.get(otherNumber));
        places.put(first ? other : one, first ? one : other);
        standing.add(first ? one : other);
    }

    private static long bitOf(Actor actor) {
        return 1L << Long.remainderUnsigned(Hash.mix(actor.key()), ACTOR_BITS);
    }

    /// How many actors set these bits.
    private static double count(long bits) {
        int unset = Math.max(1, ACTOR_BITS - Long.bitCount(bits));
        return -ACTOR_BITS * StrictMath.log((double) unset / ACTOR_BITS);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        networks.save(out);
        pairs.save(out);
        last.save(out);
        names.save(out);
        out.writeInt(places.size());
        for (Map.Entry<String, String> entry : places.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        networks.load(in);
        pairs.load(in);
        last.load(in);
        names.load(in);
        places.clear();
        standing.clear();
        for (int left = in.readInt(); left > 0; left--) {
            places.put(in.readUTF(), in.readUTF());
        }
        standing.addAll(places.values());
    }
}
