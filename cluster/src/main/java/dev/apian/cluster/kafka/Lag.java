// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

/// How far the job is behind.
///
/// @param sent records in the topic of calls
/// @param consumed records of these that the last checkpoint holds
public record Lag(long sent, long consumed) {

    public long behind() {
        return Math.max(0, sent - consumed);
    }
}
