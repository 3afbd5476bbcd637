// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.Map;

/// What people set of one detection.
///
/// @param on     whether it is at work
/// @param limits values other than the defaults, by name of the setting
public record Tuning(boolean on, Map<String, String> limits) {

    /// As it comes.
    public static final Tuning NONE = new Tuning(true, Map.of());

    public Tuning {
        limits = Map.copyOf(limits);
    }
}
