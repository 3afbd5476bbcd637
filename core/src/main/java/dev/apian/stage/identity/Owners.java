// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stage.call.Call;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Claim.Side;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whose each entity is, learned from who creates it, who is shown it and who opens it.
///
/// The first tenant known with an entity claims it; creating says more than being shown it, and that more than opening
/// it. Where two tenants meet at one entity, the better evidence stays, and equal evidence makes the entity shared. A
/// tenant that meets many others at entities of a type is the business itself (its staff, its jobs): it neither claims
/// nor shares. A type whose entities mostly come up for others than who claims them is public, as products are.
final class Owners implements State {

    /// Entities whose owner is remembered, in one of two generations; 16 bytes each, in a table filled to 60 % at
    /// most.
    static final int ENTITIES_MAX = 1 << 19;

    /// Pairs of tenant and type for which is remembered whom the tenant met.
    static final int MEETINGS_MAX = 1 << 15;

    /// Types beyond this are nobody's.
    static final int TYPES_MAX = 4_096;

    /// Meeting so many other tenants makes the business itself.
    private static final int WIDE_MIN = 6;

    /// The same with actors of whom nobody tells the tenant: some may be colleagues who are not known as such yet.
    private static final int WIDE_UNTOLD_MIN = 16;

    /// Before an entity that somebody claimed came up again so often, its type is neither public nor exclusive.
    private static final long AGAIN_MIN = 50;

    /// The same where nobody tells tenants.
    private static final long UNTOLD_MIN = 500;

    private static final double PUBLIC_SHARE = 0.25;
    private static final double EXCLUSIVE_SHARE = 0.1;

    /// Of public types, one entity in so many is followed on, so that the type may turn out private.
    private static final int PUBLIC_SAMPLE = 16;

    private static final Side NOBODY = new Side(-1, -1, false);

    private final LongTable claims = new LongTable(ENTITIES_MAX);
    private final LongTable meetings = new LongTable(MEETINGS_MAX);
    private final Members members = new Members();
    private final Homes homes = new Homes();
    private final Map<String, Use> types = new HashMap<>();

    /// Calls of actors whose tenant was told.
    private long toldSides;

    /// Whose each touched entity was before this call, which then becomes part of what is known.
    List<Whose> take(Touched touched, Actor actor) {
        Call call = touched.call();
        List<EntityRef> named = touched.touched();
        if (named.isEmpty() && touched.shown().isEmpty()) {
            return List.of();
        }
        Side side = members.sideOf(actor, call.organization());
        toldSides += side.told() ? 1 : 0;
        boolean weak = actor.kind() == Actor.Kind.ANONYMOUS;
        Side linked = call.succeeded() ? linked(touched, named) : NOBODY;
        Whose home = call.succeeded() ? home(touched, named, side) : Whose.UNKNOWN;
        Whose[] whose = new Whose[named.size()];
        for (int i = 0; i < whose.length; i++) {
            Whose one = whose(named.get(i), side, linked);
            whose[i] = one == Whose.UNKNOWN || (one == Whose.SHARED && home == Whose.OTHER) ? home : one;
        }
        if (call.succeeded()) {
            for (EntityRef entity : named) {
                int evidence = entity.equals(touched.created()) ? Claim.CREATED : Claim.USED;
                boolean byLink = !linked.equals(NOBODY) && evidence != Claim.CREATED;
                claim(entity, byLink ? linked : side, byLink ? Claim.SHOWN : evidence, false);
            }
            for (EntityRef entity : touched.shown()) {
                if (!named.contains(entity)) {
                    claim(entity, side, Claim.SHOWN, !weak);
                    Use use = types.get(entity.type());
                    if (use == null || !isWide(side.tenant(), use)) {
                        homes.show(side.tenant(), entity, side.told() || toldSides < AGAIN_MIN);
                    }
                }
            }
        }
        return List.of(whose);
    }

    /// The one side to which all belongs that the answer to a question about named entities shows beside them: the
    /// customer and the order of an invoice. Nobody if there is no such side or more than one.
    private Side linked(Touched touched, List<EntityRef> named) {
        Side found = NOBODY;
        for (EntityRef entity : named.isEmpty() ? List.<EntityRef>of() : touched.shown()) {
            Use use = types.get(entity.type());
            if (use == null || !use.isExclusive() || named.contains(entity)) {
                continue;
            }
            long claim = claims.get(entity.key());
            if (claim == 0 || Claim.isShared(claim)) {
                continue;
            }
            int tenant = members.rootOf(Claim.tenant(claim));
            if (tenant == found.tenant() || isWide(tenant, use)) {
                continue;
            }
            if (!found.equals(NOBODY)) {
                return NOBODY;
            }
            found = new Side(tenant, tenant, Claim.isTold(claim));
        }
        return found;
    }

    /// Whose the named entities are by the one organization, or the like, that the answer shows beside them.
    private Whose home(Touched touched, List<EntityRef> named, Side side) {
        for (EntityRef entity : named.isEmpty() ? List.<EntityRef>of() : touched.shown()) {
            Whose whose = named.contains(entity) ? Whose.UNKNOWN : homes.whose(side.tenant(), entity);
            if (whose != Whose.UNKNOWN) {
                return whose;
            }
        }
        return Whose.UNKNOWN;
    }

    /// Whether things of a type are for everybody: then nobody needs to remember having been shown one.
    boolean isPublic(String type) {
        Use use = types.get(type);
        return use != null && use.isPublic();
    }

    private Whose whose(EntityRef entity, Side side, Side linked) {
        Use use = types.get(entity.type());
        if (use != null && use.isPublic()) {
            return Whose.PUBLIC;
        }
        long claim = use == null ? 0 : claims.get(entity.key());
        if (use == null || claim == 0) {
            return linked.equals(NOBODY) ? Whose.UNKNOWN : seenBy(side, linked);
        }
        int tenant = members.rootOf(Claim.tenant(claim));
        boolean shared = Claim.isShared(claim);
        if (tenant == side.tenant() && !shared) {
            return Claim.actor(claim) == side.actor() ? Whose.OWN : Whose.TENANT;
        }
        boolean tells = !shared && Claim.evidence(claim) > Claim.USED && !isWide(tenant, use);
        if (!tells && !linked.equals(NOBODY)) {
            return seenBy(side, linked);
        }
        if (tells && use.isExclusive()) {
            return seenBy(side, new Side(tenant, tenant, Claim.isTold(claim)));
        }
        return shared ? Whose.SHARED : Whose.UNKNOWN;
    }

    /// Two actors who are not known to stand on different sides may be colleagues.
    private Whose seenBy(Side side, Side owner) {
        if (owner.tenant() == side.tenant()) {
            return Whose.TENANT;
        }
        boolean told = toldSides >= AGAIN_MIN;
        boolean clear = !members.isBusiness(owner.tenant())
                && (side.told() || members.isClear(side.actor(), told))
                && (owner.told() || members.isClear(owner.tenant(), told));
        return clear ? Whose.OTHER : Whose.UNKNOWN;
    }

    private void claim(EntityRef entity, Side side, int evidence, boolean tellsMembers) {
        Use use = useOf(entity.type());
        if (use == null) {
            return;
        }
        long key = entity.key();
        if (use.isPublic() && Long.remainderUnsigned(Hash.mix(key), PUBLIC_SAMPLE) != 0) {
            return;
        }
        boolean isWide = isWide(side.tenant(), use);
        long claim = claims.get(key);
        if (claim == 0) {
            if (!isWide) {
                claims.put(key, Claim.of(side, evidence));
            }
            return;
        }
        int tenant = members.rootOf(Claim.tenant(claim));
        boolean bothNarrow = !isWide && !isWide(tenant, use);
        if (evidence == Claim.SHOWN && bothNarrow) {
            use.again(tenant == side.tenant(), side.told() && Claim.isTold(claim));
        }
        if (tenant == side.tenant()) {
            confirm(key, claim, side, evidence);
            if (!side.told() && tellsMembers && Claim.actor(claim) == side.actor()) {
                members.showOwn(side.actor());
            }
            return;
        }
        boolean mayBelong = evidence == Claim.SHOWN
                && tellsMembers
                && !side.told()
                && use.isExclusive()
                && bothNarrow
                && (Claim.isTold(claim) || tenant < side.tenant());
        if (mayBelong && members.show(side, tenant, Claim.isTold(claim))) {
            return;
        }
        if (Claim.isTold(claim) == side.told()) {
            meet(key, claim, tenant, side, evidence, use);
        } else if (side.told()) {
            overrule(key, tenant, side, evidence, use);
        }
    }

    /// The same tenant comes again.
    private void confirm(long key, long claim, Side side, int evidence) {
        if (Claim.isShared(claim)) {
            claims.put(key, Claim.confirmed(claim));
        } else if (evidence > Claim.evidence(claim)) {
            claims.put(key, Claim.of(side, evidence));
        }
    }

    /// Two tenants at one entity, both told or neither.
    private void meet(long key, long claim, int other, Side side, int evidence, Use use) {
        boolean otherIsWide = isWide(other, use);
        if (!otherIsWide) {
            note(use.meeting(side.tenant()), side.tenant(), other, use);
        }
        if (isWide(side.tenant(), use)) {
            return;
        }
        note(use.meeting(other), other, side.tenant(), use);
        if (otherIsWide || evidence > Claim.evidence(claim)) {
            claims.put(key, Claim.of(side, evidence));
        } else if (evidence == Claim.evidence(claim) || Claim.isVisited(claim)) {
            claims.put(key, Claim.shared(claim));
        } else {
            claims.put(key, Claim.visited(claim));
        }
    }

    /// A told tenant comes to what an actor claims of whom nobody tells it.
    private void overrule(long key, int actor, Side side, int evidence, Use use) {
        if (!isWide(actor, use)) {
            note(use.untoldMeeting(side.tenant()), side.tenant(), actor, use);
        }
        if (!isWide(side.tenant(), use)) {
            claims.put(key, Claim.of(side, evidence));
        }
    }

    private boolean isWide(int tenant, Use use) {
        return Long.bitCount(meetings.get(use.meeting(tenant))) >= WIDE_MIN
                || Long.bitCount(meetings.get(use.untoldMeeting(tenant))) >= WIDE_UNTOLD_MIN;
    }

    /// The others whom a tenant met, as bits that their hashes set (linear counting; Whang et al. 1990). Whoever meets
    /// many at things that are otherwise one tenant's alone is no customer.
    private void note(long meeting, int tenant, int other, Use use) {
        meetings.put(meeting, meetings.get(meeting) | 1L << (Hash.mix(other) & 63));
        if (use.isExclusive() && isWide(tenant, use)) {
            members.markBusiness(tenant);
        }
    }

    private @Nullable Use useOf(String type) {
        Use use = types.get(type);
        if (use == null && types.size() < TYPES_MAX) {
            use = new Use(type);
            types.put(type, use);
        }
        return use;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        claims.save(out);
        meetings.save(out);
        members.save(out);
        homes.save(out);
        out.writeLong(toldSides);
        out.writeInt(types.size());
        for (Map.Entry<String, Use> entry : types.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        claims.load(in);
        meetings.load(in);
        members.load(in);
        homes.load(in);
        toldSides = in.readLong();
        types.clear();
        for (int left = in.readInt(); left > 0; left--) {
            String type = in.readUTF();
            Use use = new Use(type);
            use.load(in);
            types.put(type, use);
        }
    }

    /// How often entities of one type came up again, to the tenant that claims them and to others. Where tenants are
    /// told, only those count: colleagues of whom nobody tells anything look like strangers at first.
    private static final class Use implements State {
        private final long type;
        private long own;
        private long others;
        private long ownTold;
        private long othersTold;

        private Use(String type) {
            this.type = Hash.of(type);
        }

        /// The key of whom a tenant met at things of this type.
        private long meeting(int tenant) {
            return Hash.of(tenant, type);
        }

        /// The same for actors of whom nobody tells the tenant.
        private long untoldMeeting(int tenant) {
            return Hash.of(meeting(tenant), 1);
        }

        private void again(boolean toClaimant, boolean told) {
            own += toClaimant ? 1 : 0;
            others += toClaimant ? 0 : 1;
            ownTold += told && toClaimant ? 1 : 0;
            othersTold += told && !toClaimant ? 1 : 0;
        }

        private boolean isPublic() {
            return othersShare() > PUBLIC_SHARE;
        }

        private boolean isExclusive() {
            return othersShare() < EXCLUSIVE_SHARE;
        }

        /// NaN while too little is known.
        private double othersShare() {
            if (ownTold + othersTold >= AGAIN_MIN) {
                return (double) othersTold / (ownTold + othersTold);
            }
            return own + others < UNTOLD_MIN ? Double.NaN : (double) others / (own + others);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (long count : new long[] {own, others, ownTold, othersTold}) {
                out.writeLong(count);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            own = in.readLong();
            others = in.readLong();
            ownTold = in.readLong();
            othersTold = in.readLong();
        }
    }
}
