// SPDX-License-Identifier: Apache-2.0

/// Telling new alerts where a team already looks, by webhook. Start with [Notify].
///
/// Knows of alerts only what [AlertQueue] says.
@NullMarked
package dev.apian.server.notify;

import org.jspecify.annotations.NullMarked;
