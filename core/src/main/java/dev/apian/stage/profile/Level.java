// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How much actors of one kind do with one endpoint in a window in which they do anything: what is expected of those
/// who are not known well enough themselves.
///
/// @param windows    closed ones, older ones weighing less
/// @param mean       calls in a window beyond the first
/// @param dispersion by the place of a [Maturity]: variance beyond the mean, as a multiple of its square, with which
///                   counts scatter around what was expected
public record Level(double windows, double mean, List<Double> dispersion) {

    public Level {
        dispersion = List.copyOf(dispersion);
    }

    /// With fewer windows it is nothing to compare with.
    static final double WINDOWS_MIN = 200;

    double dispersion(Maturity maturity) {
        return dispersion.get(maturity.place());
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(windows);
        out.writeDouble(mean);
        for (double one : dispersion) {
            out.writeDouble(one);
        }
    }

    static Level read(DataInput in) throws IOException {
        double windows = in.readDouble();
        double mean = in.readDouble();
        List<Double> dispersion = new ArrayList<>(Maturity.ALL.size());
        for (int left = Maturity.ALL.size(); left > 0; left--) {
            dispersion.add(in.readDouble());
        }
        return new Level(windows, mean, dispersion);
    }
}
