// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.sketch.LongTable;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The one entity of a type that each tenant has: its organization, its customer number. Where almost every tenant is
/// only ever shown one and the same, an answer that shows another one is about somebody else, even if nobody knows
/// whom.
final class Homes implements State {

    /// Pairs of tenant and type.
    static final int HOMES_MAX = 1 << 17;

    static final int TYPES_MAX = 1_024;

    /// Shown so often, it is the tenant's.
    private static final int CONFIRMED_MIN = 3;

    private static final long SAME_MIN = 200;
    private static final long TENANTS_MIN = 20;

    /// One answer in so many may show another one.
    private static final int OTHERS_ONE_IN = 15;

    private static final int COUNT_BITS = 8;
    private static final long COUNT_MASK = (1 << COUNT_BITS) - 1;

    private final LongTable homes = new LongTable(HOMES_MAX);
    private final Map<String, Use> types = new HashMap<>();

    /// An answer showed a tenant this entity.
    ///
    /// @param counts whether it tells of the type: a tenant that is known for one
    void show(int tenant, EntityRef entity, boolean counts) {
        Use use = types.get(entity.type());
        if (use == null) {
            if (types.size() == TYPES_MAX) {
                return;
            }
            use = new Use();
            types.put(entity.type(), use);
        } else if (use.isPlural()) {
            return;
        }
        long key = keyOf(tenant, entity.type());
        long home = homes.get(key);
        long print = printOf(entity);
        if (home == 0) {
            homes.put(key, print | 1);
        } else if ((home & ~COUNT_MASK) == print) {
            long count = Math.min(COUNT_MASK, (home & COUNT_MASK) + 1);
            use.tenants += counts && count == CONFIRMED_MIN ? 1 : 0;
            use.same += counts ? 1 : 0;
            homes.put(key, print | count);
        } else {
            use.other += counts ? 1 : 0;
            if ((home & COUNT_MASK) < CONFIRMED_MIN) {
                homes.put(key, print | 1);
            }
        }
    }

    /// Whose an entity is by its being the one of the tenant or another one; unknown where tenants have many.
    Whose whose(int tenant, EntityRef entity) {
        Use use = types.get(entity.type());
        if (use == null || !use.isSingular()) {
            return Whose.UNKNOWN;
        }
        long home = homes.get(keyOf(tenant, entity.type()));
        if ((home & COUNT_MASK) < CONFIRMED_MIN) {
            return Whose.UNKNOWN;
        }
        return (home & ~COUNT_MASK) == printOf(entity) ? Whose.TENANT : Whose.OTHER;
    }

    private static long keyOf(int tenant, String type) {
        return Hash.of(tenant, Hash.of(type, "home"));
    }

    private static long printOf(EntityRef entity) {
        return Hash.mix(entity.key()) & ~COUNT_MASK;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        homes.save(out);
        out.writeInt(types.size());
        for (Map.Entry<String, Use> entry : types.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().same);
            out.writeLong(entry.getValue().other);
            out.writeLong(entry.getValue().tenants);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        homes.load(in);
        types.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Use use = new Use();
            types.put(in.readUTF(), use);
            use.same = in.readLong();
            use.other = in.readLong();
            use.tenants = in.readLong();
        }
    }

    private static final class Use {
        private long same;
        private long other;
        private long tenants;

        private boolean isSingular() {
            return same >= SAME_MIN && tenants >= TENANTS_MIN && OTHERS_ONE_IN * other <= same;
        }

        /// Clearly many, so that following them is no use.
        private boolean isPlural() {
            return other >= SAME_MIN && other > same;
        }
    }
}
