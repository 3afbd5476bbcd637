// SPDX-License-Identifier: Apache-2.0

/// The report card as one HTML page without anything from elsewhere. Start with [ReportPage]; each picture is one
/// class.
@NullMarked
package dev.apian.reportcard.page;

import org.jspecify.annotations.NullMarked;
