// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.sketch.Hash;
import java.util.Locale;

/// The two halves of the vendors: one to tune on, the other to report on.
///
/// Products of one company share its habits, so `hubspot.crm.deal` and `hubspot.events` lie in the same half.
enum Half {
    TUNE,
    HELD_OUT;

    static Half of(String vendor) {
        int dot = vendor.indexOf('.');
        String company = dot < 0 ? vendor : vendor.substring(0, dot);
        return (Hash.mix(Hash.of(company)) & 1) == 0 ? TUNE : HELD_OUT;
    }

    static Half named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
