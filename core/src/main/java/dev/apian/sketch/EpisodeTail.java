// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How often a series strays as far as this: the tail of its peaks, learned from the series itself.
///
/// Textbook tails are wrong by a factor of a hundred and more on real series, so how many episodes lie above [#FAR],
/// and how high their peaks reach, are counted. A run above it counts once, by its peak, because values in a row depend
/// on each other (declustering: Leadbetter et al., Extremes and Related Properties of Random Sequences and Processes,
/// 1983). Peaks are taken to follow Pareto's law, whose exponent is Hill's mean of logarithms (Annals of Statistics 3
/// (5), 1975). Both numbers begin with a prior and are sums: episodes, logarithms, windows.
final class EpisodeTail {

    /// Where the tail begins, in mean absolute deviations: about 2.4 standard deviations of a normal distribution.
    private static final double FAR = 3;

    /// An episode is over once the series is this near again, so that a wobble around [#FAR] is one.
    private static final double NEAR = 0.7 * FAR;

    /// What is believed before anything was seen, and as strongly as this many episodes: one window in 50 belongs to an
    /// episode (5 of Laplace's law, 2 of the normal one), and their peaks fall off with the fifth power.
    private static final double PRIOR_EPISODES = 10;

    private static final double PRIOR_WINDOWS = 250;
    private static final double PRIOR_HILL = 0.2;
    private static final double PRIOR_RATE_EPISODES = 5;

    /// A thinner tail than the twentieth power cannot be told from a few hundred episodes.
    private static final double HILL_MIN = 0.05;

    /// Peaks count as at most 20 times [#FAR], so that one does not make the next one likely.
    private static final double LOG_MAX = 3;

    private static final double RATE_MAX = 0.5;

    private double windows;
    private double episodes;
    private double logs;
    private double peak;

    /// Probability that an episode begins in a window that strays at least this far.
    ///
    /// @param far in mean absolute deviations
    double probability(double far) {
        return far <= FAR ? StrictMath.pow(rate(), far / FAR) : rate() * StrictMath.pow(far / FAR, -1 / hill());
    }

    /// How far an episode strays with this probability.
    double far(double probability) {
        return probability >= rate()
                ? FAR * StrictMath.log(probability) / StrictMath.log(rate())
                : FAR * StrictMath.pow(rate() / probability, hill());
    }

    private double rate() {
        return Math.min(RATE_MAX, (episodes + PRIOR_RATE_EPISODES) / (windows + PRIOR_WINDOWS));
    }

    private double hill() {
        return Math.max(HILL_MIN, (logs + PRIOR_EPISODES * PRIOR_HILL) / (episodes + PRIOR_EPISODES));
    }

    /// @param fade what remains of what was learned before, 0 to 1
    void learn(double far, double weight, double fade) {
        windows = fade * windows + 1;
        episodes *= fade;
        logs *= fade;
        if (far > FAR) {
            peak = Math.max(peak, far);
        } else if (peak > 0 && far < NEAR) {
            episodes += weight;
            logs += weight * Math.min(LOG_MAX, StrictMath.log(peak / FAR));
            peak = 0;
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(windows);
        out.writeDouble(episodes);
        out.writeDouble(logs);
        out.writeDouble(peak);
    }

    void load(DataInput in) throws IOException {
        windows = in.readDouble();
        episodes = in.readDouble();
        logs = in.readDouble();
        peak = in.readDouble();
    }
}
