// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.util.List;

/// What the follower lends to each of its files.
///
/// @param said  what people should know
/// @param begun names of files that were begun since the last look
record Lent(
        FollowSettings settings,
        Tracks tracks,
        Ledger ledger,
        Portion.Refusals refusals,
        Said said,
        OpenFiles open,
        List<String> begun) {}
