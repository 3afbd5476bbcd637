// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.Finding;
import dev.apian.reportcard.score.Judged;
import dev.apian.reportcard.score.Nominal;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.score.Truth;
import java.util.List;
import java.util.Map;

/// What came out of one world.
///
/// @param apian what Apian claimed
/// @param rivals what the others claimed, by their names
/// @param nominals promised and real rates of rare counts; they mean something in peace only
public record Examined(
        ReportCard.WorldLine line,
        Truth truth,
        List<Finding> apian,
        Map<String, List<Finding>> rivals,
        ReportCard.Recognition recognition,
        List<Nominal> nominals) {

    /// Apian's claims beside the truth.
    public Judged ofApian() {
        return new Judged(truth, apian);
    }

    /// A rival's claims beside the truth.
    public Judged of(String rival) {
        return new Judged(truth, rivals.getOrDefault(rival, List.of()));
    }
}
