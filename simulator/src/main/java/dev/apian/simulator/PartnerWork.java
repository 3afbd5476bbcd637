// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;

/// What a partner's application does: little every ten minutes, much every night, and the books once a month.
interface PartnerWork {

    void everyTenMinutes(long at, Deque<Step> steps);

    /// @param pages how much there is tonight
    void nightly(long at, int pages, Deque<Step> steps);

    void monthly(long at, Deque<Step> steps);

    /// Something of its own that the application may read at any time.
    Exchange own(long at);
}
