// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Content.Choice;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether a parameter chooses what an endpoint does: few values, each seen again and again, and knowing the value
/// tells the shape of the response (information gain).
final class Choices {

    static final int VALUES_MAX = 64;

    private static final int SHAPES_MAX = 16;
    private static final int VALUES_MIN = 2;

    /// Calls of the rarest value, so that a filter's free text is no choice.
    private static final long CALLS_MIN = 3;

    /// Bits of the shape that the value has to tell, and the share of all bits.
    private static final double GAIN_MIN = 0.5;

    private static final double GAIN_SHARE_MIN = 0.6;

    /// By parameter and value: calls by shape of the response.
    private final Map<String, Map<String, Map<Long, Long>>> seen = new TreeMap<>();

    private int calls;

    /// Tells whether it is time to ask for the [#chooser] again: at every doubling of the calls.
    boolean take(List<Choice> choices, long shape) {
        calls++;
        for (Choice choice : choices) {
            Map<String, Map<Long, Long>> values = seen.computeIfAbsent(choice.name(), name -> new TreeMap<>());
            if (values.size() <= VALUES_MAX) {
                Map<Long, Long> shapes = values.computeIfAbsent(choice.value(), value -> new TreeMap<>());
                if (shapes.size() < SHAPES_MAX || shapes.containsKey(shape)) {
                    shapes.merge(shape, 1L, Long::sum);
                }
            }
        }
        return Integer.bitCount(calls) == 1;
    }

    /// The parameter that chooses, null if none does.
    @Nullable
    String chooser() {
        String best = null;
        double most = 0;
        for (Map.Entry<String, Map<String, Map<Long, Long>>> parameter : seen.entrySet()) {
            double gain = gain(parameter.getValue());
            if (gain > most) {
                most = gain;
                best = parameter.getKey();
            }
        }
        return best;
    }

    /// Bits of the shape that the value tells, 0 if it is no choice.
    private static double gain(Map<String, Map<Long, Long>> values) {
        boolean rare = values.values().stream().anyMatch(shapes -> total(shapes) < CALLS_MIN);
        if (values.size() < VALUES_MIN || values.size() > VALUES_MAX || rare) {
            return 0;
        }
        Map<Long, Long> all = new TreeMap<>();
        double within = 0;
        double calls = 0;
        for (Map<Long, Long> shapes : values.values()) {
            shapes.forEach((shape, count) -> all.merge(shape, count, Long::sum));
            within += total(shapes) * entropy(shapes);
            calls += total(shapes);
        }
        double bits = entropy(all);
        double gain = bits - within / calls;
        return gain >= GAIN_MIN && gain >= GAIN_SHARE_MIN * bits ? gain : 0;
    }

    private static long total(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double entropy(Map<Long, Long> counts) {
        double total = total(counts);
        double bits = 0;
        for (long count : counts.values()) {
            bits -= count / total * StrictMath.log(count / total) / StrictMath.log(2);
        }
        return bits;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(calls);
        out.writeInt(seen.size());
        for (Map.Entry<String, Map<String, Map<Long, Long>>> parameter : seen.entrySet()) {
            out.writeUTF(parameter.getKey());
            out.writeInt(parameter.getValue().size());
            for (Map.Entry<String, Map<Long, Long>> value : parameter.getValue().entrySet()) {
                out.writeUTF(value.getKey());
                Templates.save(out, value.getValue());
            }
        }
    }

    void load(DataInput in) throws IOException {
        calls = in.readInt();
        for (int left = in.readInt(); left > 0; left--) {
            Map<String, Map<Long, Long>> values = new TreeMap<>();
            seen.put(in.readUTF(), values);
            for (int more = in.readInt(); more > 0; more--) {
                values.put(in.readUTF(), new TreeMap<>(Templates.longs(in)));
            }
        }
    }
}
