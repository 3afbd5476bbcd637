// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// A mean in which older values weigh less. Sum and weight are kept apart, so that two histories add up.
final class FadingMean {

    private double sum;
    private double weight;

    /// Mean of what was added, `otherwise` if nothing was.
    double or(double otherwise) {
        return weight > 0 ? sum / weight : otherwise;
    }

    /// What all values weigh together now.
    double weight() {
        return weight;
    }

    /// @param fade what remains of what was added before, 0 to 1
    void add(double value, double weightOfIt, double fade) {
        sum = fade * sum + weightOfIt * value;
        weight = fade * weight + weightOfIt;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(sum);
        out.writeDouble(weight);
    }

    void load(DataInput in) throws IOException {
        sum = in.readDouble();
        weight = in.readDouble();
    }
}
