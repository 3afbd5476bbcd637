// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;

/// An alert that a webhook's receiver is told of, or is not told of any more.
///
/// @param raised event time
public record Told(String alert, Instant raised) {}
