// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// To which tenant each actor belongs: as the gateway or a token told, else to the one whose entities its lists show
/// and nobody else's, else it is a tenant of its own.
final class Members implements State {

    static final int ACTORS_MAX = 1 << 19;

    private static final int TENANT_BITS = 28;
    private static final long TENANT_MASK = (1L << TENANT_BITS) - 1;

    /// Belongs to the tenant, as was told or as lists show.
    private static final long MEMBER = 1L << 40;

    private static final long TOLD = 1L << 41;

    /// Lists showed entities of several tenants: this is no customer's account.
    private static final long ROAMS = 1L << 42;

    private final LongTable members = new LongTable(ACTORS_MAX);

    /// The side on which an actor stands.
    Claim.Side sideOf(Actor actor, @Nullable String organization) {
        int me = Claim.print(actor.key());
        long member = members.get(actor.key());
        if (organization != null) {
            int tenant = Claim.print(Hash.of("tenant", organization));
            long now = tenant | MEMBER | TOLD;
            if (member != now) {
                members.put(actor.key(), now);
            }
            return new Claim.Side(tenant, me, true);
        }
        return (member & MEMBER) != 0
                ? new Claim.Side((int) (member & TENANT_MASK), me, true)
                : new Claim.Side(me, me, false);
    }

    /// Whether lists showed the actor things of several tenants.
    boolean roams(Actor actor) {
        return (members.get(actor.key()) & ROAMS) != 0;
    }

    /// A list showed the actor something that is this tenant's and nobody else's: so it belongs to that tenant, until a
    /// list shows something of another.
    void show(Actor actor, int tenant) {
        long member = members.get(actor.key());
        if ((member & (TOLD | ROAMS)) == 0 && actor.kind() != Actor.Kind.ANONYMOUS) {
            boolean another = (member & MEMBER) != 0 && (member & TENANT_MASK) != tenant;
            members.put(actor.key(), another ? ROAMS : tenant | MEMBER);
        }
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
