// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// To which tenant each actor belongs: as the gateway or a token told, else to the one whose entities it is shown and
/// nobody else's, else it is a tenant of its own.
final class Members implements State {

    static final int ACTORS_MAX = 1 << 19;

    /// So many entities of one tenant, and none of another among them, make an actor a member.
    private static final int SHOWN_MIN = 3;

    /// Members of members of members: longer chains lead nowhere.
    private static final int HOPS_MAX = 8;

    private static final int TENANT_BITS = 28;
    private static final long TENANT_MASK = (1L << TENANT_BITS) - 1;

    /// Shown its own so often, and nothing of others, an actor is a tenant of its own.
    private static final int OWN_MIN = 5;

    private static final int COUNT_AT = 32;
    private static final int OWN_AT = 48;
    private static final long COUNT_MASK = 0xFF;

    /// Belongs to the tenant, as was told or as is shown.
    private static final long MEMBER = 1L << 40;

    private static final long TOLD = 1L << 41;

    /// The tenant is one that was told.
    private static final long OF_TOLD = 1L << 43;

    /// Is shown entities of several tenants: this is no customer's account.
    private static final long ROAMS = 1L << 42;

    /// Meets so many tenants that it is the business itself, which customers are no members of.
    private static final long BUSINESS = 1L << 44;

    /// By print of an actor, or of a tenant.
    private final LongTable members = new LongTable(ACTORS_MAX);

    /// The side on which an actor stands.
    Claim.Side sideOf(Actor actor, @Nullable String organization) {
        int me = Claim.print(actor.key());
        long member = members.get(me);
        if (organization != null) {
            int tenant = Claim.print(Hash.of("tenant", organization));
            long now = tenant | MEMBER | TOLD;
            if (member != now) {
                members.put(me, now);
            }
            return new Claim.Side(tenant, me, true);
        }
        return new Claim.Side(rootOf(me), me, (member & TOLD) != 0);
    }

    /// The tenant that a claim stands for by now: claimants may have turned out to be members of a tenant since.
    int rootOf(int tenant) {
        int root = tenant;
        for (int i = 0; i < HOPS_MAX; i++) {
            long member = members.get(root);
            int next = (int) (member & TENANT_MASK);
            boolean mistaken = (member & TOLD) == 0 && isBusiness(next);
            if ((member & MEMBER) == 0 || next == root || mistaken) {
                return root;
            }
            root = next;
        }
        return root;
    }

    boolean isBusiness(int tenant) {
        return (members.get(tenant) & BUSINESS) != 0;
    }

    /// The tenant turned out to be the business itself.
    void markBusiness(int tenant) {
        long member = members.get(tenant);
        if ((member & BUSINESS) == 0) {
            members.put(tenant, member | BUSINESS);
        }
    }

    /// Whether it is known on which side an actor stands: that was told, or it is shown things of one such tenant.
    /// Where nobody tells tenants, one that is shown enough of its own stands alone.
    boolean isClear(int actor, boolean tenantsAreTold) {
        long member = members.get(actor);
        boolean memberOfTold =
                (member & (MEMBER | OF_TOLD)) == (MEMBER | OF_TOLD) && !isBusiness((int) (member & TENANT_MASK));
        boolean ofTold = (member & TOLD) != 0 || memberOfTold;
        boolean alone = (member & (MEMBER | ROAMS)) != 0 || (member >>> OWN_AT & COUNT_MASK) >= OWN_MIN;
        return ofTold || (alone && !tenantsAreTold);
    }

    /// An actor that nobody told the tenant of is shown something of its own.
    void showOwn(int actor) {
        long member = members.get(actor);
        if ((member & (MEMBER | ROAMS)) == 0 && (member >>> OWN_AT & COUNT_MASK) < OWN_MIN) {
            members.put(actor, member + (1L << OWN_AT));
        }
    }

    /// An actor that nobody told the tenant of is shown something that is this tenant's alone. Of two tenants, one
    /// that was told says more than an actor who is a tenant of its own for now.
    ///
    /// @param told whether a token or gateway told the tenant
    /// @return whether it may belong there, so that the two are no strangers
    boolean show(Claim.Side side, int tenant, boolean told) {
        long member = members.get(side.actor());
        if ((member & (TOLD | ROAMS | BUSINESS)) != 0 || isBusiness(tenant)) {
            return false;
        }
        boolean mistaken = isBusiness((int) (member & TENANT_MASK));
        long count = mistaken ? 0 : member >>> COUNT_AT & COUNT_MASK;
        boolean toldBefore = (member & OF_TOLD) != 0;
        if (count == 0 || (told && !toldBefore)) {
            members.put(side.actor(), tenant | 1L << COUNT_AT | (told ? OF_TOLD : 0));
            return true;
        }
        if (rootOf((int) (member & TENANT_MASK)) == tenant) {
            long now = Math.min(COUNT_MASK, count + 1);
            long joins = now >= SHOWN_MIN ? MEMBER : member & MEMBER;
            members.put(side.actor(), tenant | now << COUNT_AT | joins | (told || toldBefore ? OF_TOLD : 0));
            return true;
        }
        if (told) {
            members.put(side.actor(), ROAMS);
        }
        return !told;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        members.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        members.load(in);
    }
}
