// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// Keeps a rival from saying the same with every call: an actor's next finding within an hour must be worse by a tenth.
///
/// It takes nothing from a rival: whoever reads its findings merges those of one actor and day anyway, and a stricter
/// limit meets the same rise at most a tenth later.
final class Thinning {

    private static final int ACTORS_MAX = 200_000;
    private static final double WORSE = 1.1;

    private final double lenient;
    private final Memory<Last> last = new Memory<>(ACTORS_MAX);

    /// @param lenient findings with a lower score are dropped
    Thinning(double lenient) {
        this.lenient = lenient;
    }

    void pass(Finding finding, Consumer<Finding> findings) {
        if (finding.score() < lenient) {
            return;
        }
        var before = last.of(finding.actor() + '\n' + finding.because(), Last::new);
        if (finding.micros() - before.micros < Clock.HOUR && finding.score() < before.score * WORSE) {
            return;
        }
        before.micros = finding.micros();
        before.score = finding.score();
        findings.accept(finding);
    }

    private static final class Last {
        private long micros;
        private double score = Double.NEGATIVE_INFINITY;
    }
}
