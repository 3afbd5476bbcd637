// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;

/// What a person uses the API for: shopping, or a desk in the business.
interface Work {

    /// Decides on the next page and adds the calls it makes, one at least.
    void openPage(long at, Deque<Step> steps);

    /// How many pages the session that begins now will have.
    int pagesInSession(long at);

    /// The median time between two pages.
    long think();
}
