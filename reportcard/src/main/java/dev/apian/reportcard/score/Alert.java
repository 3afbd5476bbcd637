// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// What a person would see: the findings about one actor within 24 hours, as one line.
///
/// @param micros time of the first finding
/// @param score the largest of its findings
/// @param because that of the first finding
/// @param findings how many findings it holds
public record Alert(String actor, long micros, double score, String because, int findings) {

    Alert joined(Finding another) {
        return new Alert(actor, micros, Math.max(score, another.score()), because, findings + 1);
    }
}
