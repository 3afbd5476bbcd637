// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What speaks for and against a finding, as log odds that add up, so that no single circumstance decides.
///
/// Each is the natural logarithm of how many times likelier the circumstance is if somebody else uses the credential
/// than if its owner does (weights of evidence after I. J. Good, 1950).
final class Weighing {

    /// Nothing that detectors see makes anybody surer than this.
    private static final double STRENGTH_MAX = 0.98;

    /// Less than this changes no verdict, and is not told.
    private static final double TOLD_MIN = 0.5;

    private final List<Term> terms = new ArrayList<>();
    private double sum;

    /// @param prior log odds before anything is known of the call
    Weighing(double prior) {
        sum = prior;
    }

    void add(String circumstance, double logOdds) {
        sum += logOdds;
        if (Math.abs(logOdds) >= TOLD_MIN) {
            terms.add(new Term(circumstance, logOdds));
        }
    }

    /// In 0..1.
    double strength() {
        return Math.min(STRENGTH_MAX, 1 / (1 + StrictMath.exp(-sum)));
    }

    /// The circumstances that mattered with their log odds: `for somebody else: ...; against: ...`.
    String words() {
        String pro = words(true);
        String contra = words(false);
        return "for somebody else: " + (pro.isEmpty() ? "nothing" : pro)
                + (contra.isEmpty() ? "" : "; against: " + contra);
    }

    private String words(boolean pro) {
        return terms.stream()
                .filter(term -> term.logOdds > 0 == pro)
                .map(term -> String.format(Locale.ROOT, "%s (%+.1f)", term.circumstance, term.logOdds))
                .collect(Collectors.joining(", "));
    }

    private record Term(String circumstance, double logOdds) {}
}
