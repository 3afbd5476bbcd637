// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.util.List;

/// What changed since a moment.
///
/// @param sequence that moment's successor: ask with it the next time
/// @param alerts   the latest version of each that changed, in the order they were raised
public record Changes(long sequence, List<StoredAlert> alerts) {

    public Changes {
        alerts = List.copyOf(alerts);
    }
}
