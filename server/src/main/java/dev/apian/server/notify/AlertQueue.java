// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts there are, as people see them at the moment.
public interface AlertQueue {

    /// Event time, null as long as there is none.
    @Nullable
    Instant reached();

    /// Those raised within this much of event time, the riskiest first.
    List<Candidate> raisedWithin(Duration age);
}
