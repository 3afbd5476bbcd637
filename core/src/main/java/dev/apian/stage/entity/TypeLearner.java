// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.stream.State;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Learns which names mean one type of entity: `buyer` is a customer because its ids are those of customers.
/// Parameters are named first ([EntityType]); names are joined when their values overlap beyond chance, once an hour.
/// The name that paths use, else the one with more ids, stands for both, and never changes again.
public final class TypeLearner implements State {

    /// Names that are followed; more stay what they are.
    public static final int NAMES_MAX = 1_024;

    /// Of one name, every id that comes until so many, then one in [#SAMPLE].
    private static final long CLOSELY = 4_096;

    private static final int SAMPLE = 8;

    private final Map<String, TypeUse> uses = new HashMap<>();
    private final Map<String, String> joined = new HashMap<>();
    private long hour = Long.MIN_VALUE;

    /// The call with its entities by the types known now, from which types are learned.
    public Touched take(Touched touched) {
        long now = Math.floorDiv(Tick.of(touched.micros()), Tick.PER_HOUR);
        if (now != hour) {
            hour = now;
            join();
        }
        if (touched.call().succeeded()) {
            touched.touched().forEach(entity -> learn(entity, touched));
            touched.shown().forEach(entity -> learn(entity, touched));
        }
        return joined.isEmpty() ? touched : touched.typed(this::typeOf);
    }

    /// The type that a name stands for.
    public String typeOf(String name) {
        return joined.getOrDefault(name, name);
    }

    private void learn(EntityRef entity, Touched touched) {
        TypeUse use = uses.get(entity.type());
        if (use == null && uses.size() < NAMES_MAX) {
            use = new TypeUse(entity.type());
            uses.put(entity.type(), use);
        }
        if (use != null && use.isDue(CLOSELY, SAMPLE)) {
            use.take(entity, touched.isInPath(entity));
        }
    }

    /// A star again: a name joins one that stands for itself.
    private void join() {
        List<TypeUse> bySize = new ArrayList<>(uses.values());
        bySize.sort(Comparator.comparingDouble(TypeUse::distinct).thenComparing(use -> use.name));
        for (TypeUse use : bySize) {
            TypeUse whole = joined.containsKey(use.name) ? null : wholeOf(use, bySize);
            if (whole != null) {
                boolean swap = use.isBetterWordThan(whole);
                TypeUse goes = swap ? whole : use;
                if (!joined.containsValue(goes.name)) {
                    joined.put(goes.name, swap ? use.name : whole.name);
                }
            }
        }
    }

    /// The largest type that this one is part of.
    private @Nullable TypeUse wholeOf(TypeUse part, List<TypeUse> bySize) {
        for (TypeUse whole : bySize.reversed()) {
            if (whole.name.equals(part.name) || whole.distinct() < part.distinct()) {
                return null;
            }
            if (!joined.containsKey(whole.name) && part.isPartOf(whole)) {
                return whole;
            }
        }
        return null;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(hour);
        out.writeInt(uses.size());
        for (Map.Entry<String, TypeUse> entry : uses.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().save(out);
        }
        out.writeInt(joined.size());
        for (Map.Entry<String, String> entry : joined.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        hour = in.readLong();
        uses.clear();
        joined.clear();
        for (int left = in.readInt(); left > 0; left--) {
            TypeUse use = new TypeUse(in.readUTF());
            use.load(in);
            uses.put(use.name, use);
        }
        for (int left = in.readInt(); left > 0; left--) {
            joined.put(in.readUTF(), in.readUTF());
        }
    }
}
