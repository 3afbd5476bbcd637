// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.Population.Pair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much more than usual everybody does at the moment: a release, a sale or a campaign lifts all boats.
///
/// @param factors by group and endpoint, and by group alone ([Population#ALL]); those near 1 are left out
/// @param shifts  changes worth a notice, the latest last
public record Tides(Map<Pair, Float> factors, List<Shift> shifts) {

    public static final Tides NONE = new Tides(Map.of(), List.of());

    /// What a member of the group is to be expected to do more of at the endpoint; 1 at least, since a quiet hour of
    /// others makes nobody's usual work odd.
    double factor(long group, long endpoint) {
        return factor(factors, group, endpoint);
    }

    static double factor(Map<Pair, Float> factors, long group, long endpoint) {
        if (factors.isEmpty()) {
            return 1;
        }
        Float own = factors.get(new Pair(group, endpoint));
        return own == null ? factors.getOrDefault(new Pair(group, Population.ALL), 1f) : own;
    }

    /// A time in which many do more than usual.
    ///
    /// @param from  event time, microseconds
    /// @param until when it was over; 0 while it goes on
    /// @param parts by endpoint, the strongest first
    public record Shift(long from, long until, List<Part> parts) {

        public Shift {
            parts = List.copyOf(parts);
        }

        void save(DataOutput out) throws IOException {
            out.writeLong(from);
            out.writeLong(until);
            out.writeInt(parts.size());
            for (Part part : parts) {
                out.writeLong(part.endpoint());
                out.writeFloat(part.factor());
                out.writeInt(part.actors());
                out.writeFloat(part.breadth());
            }
        }

        static Shift read(DataInput in) throws IOException {
            long from = in.readLong();
            long until = in.readLong();
            List<Part> parts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                parts.add(new Part(in.readLong(), in.readFloat(), in.readInt(), in.readFloat()));
            }
            return new Shift(from, until, parts);
        }
    }

    /// @param endpoint of the shift
    /// @param factor   the most that it rose to
    /// @param actors   who called it in the hour in which that was so, counted anew every ten minutes
    /// @param breadth  the share of these that did more than twice what is usual for them
    public record Part(long endpoint, float factor, int actors, float breadth) {}

    static void save(Map<Pair, Float> factors, DataOutput out) throws IOException {
        out.writeInt(factors.size());
        for (Map.Entry<Pair, Float> entry : factors.entrySet()) {
            entry.getKey().save(out);
            out.writeFloat(entry.getValue());
        }
    }

    static Map<Pair, Float> readFactors(DataInput in) throws IOException {
        Map<Pair, Float> factors = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            factors.put(Pair.read(in), in.readFloat());
        }
        return factors;
    }

    void save(DataOutput out) throws IOException {
        save(factors, out);
        out.writeInt(shifts.size());
        for (Shift shift : shifts) {
            shift.save(out);
        }
    }

    static Tides read(DataInput in) throws IOException {
        Map<Pair, Float> factors = readFactors(in);
        List<Shift> shifts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            shifts.add(Shift.read(in));
        }
        return new Tides(factors, List.copyOf(shifts));
    }
}
