// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;

/// One world beside everything that one method claimed about it.
///
/// @param findings in any order
public record Judged(Truth truth, List<Finding> findings) {

    public Judged {
        findings = List.copyOf(findings);
    }

    /// The same without claims below this score.
    Judged from(double cut) {
        return new Judged(
                truth,
                findings.stream().filter(finding -> finding.score() >= cut).toList());
    }
}
