// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The closed windows of one scale that had any calls, older ones weighing less.
///
/// @param windows     how many
/// @param sum         of their counts
/// @param squares     sum of their squared counts
/// @param fastWindows how many in the memory of the last days
/// @param fastSum     of their counts
public record Past(float windows, float sum, float squares, float fastWindows, float fastSum) {

    public static final Past NONE = new Past(0, 0, 0, 0, 0);

    float mean() {
        return windows > 0 ? sum / windows : 0;
    }

    Past with(float count, float weight) {
        return new Past(
                windows + weight,
                sum + weight * count,
                squares + weight * count * count,
                fastWindows + weight,
                fastSum + weight * count);
    }

    Past faded(float slow, float fast) {
        return new Past(slow * windows, slow * sum, slow * squares, fast * fastWindows, fast * fastSum);
    }

    Past plus(Past other) {
        return new Past(
                windows + other.windows,
                sum + other.sum,
                squares + other.squares,
                fastWindows + other.fastWindows,
                fastSum + other.fastSum);
    }

    void save(DataOutput out) throws IOException {
        out.writeFloat(windows);
        out.writeFloat(sum);
        out.writeFloat(squares);
        out.writeFloat(fastWindows);
        out.writeFloat(fastSum);
    }

    static Past read(DataInput in) throws IOException {
        return new Past(in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
    }
}
