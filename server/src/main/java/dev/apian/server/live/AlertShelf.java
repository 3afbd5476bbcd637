// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.util.List;
import java.util.Optional;

/// The latest version of every alert, as JSON, wherever they are kept. For many threads.
public interface AlertShelf {

    /// One JSON object each.
    List<String> all();

    Optional<String> byId(String id);

    /// Grows with every change, so that a reader can tell whether to look again.
    long version();
}
