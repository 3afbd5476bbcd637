// SPDX-License-Identifier: Apache-2.0

/// Measures this build of Apian on worlds of which the truth is known, beside simple rivals, and says so on one
/// page.
@NullMarked
package dev.apian.reportcard;

import org.jspecify.annotations.NullMarked;
