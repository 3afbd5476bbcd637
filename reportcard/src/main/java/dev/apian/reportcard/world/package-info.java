// SPDX-License-Identifier: Apache-2.0

/// Lets Apian and its rivals see one simulated world, and keeps what they claimed beside what is true. Start with
/// [Examination].
@NullMarked
package dev.apian.reportcard.world;

import org.jspecify.annotations.NullMarked;
