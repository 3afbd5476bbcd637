// SPDX-License-Identifier: Apache-2.0

/// The report card as one HTML page without anything from elsewhere.
@NullMarked
package dev.apian.reportcard.page;

import org.jspecify.annotations.NullMarked;
