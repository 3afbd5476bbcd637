// SPDX-License-Identifier: Apache-2.0

/// The calls that name business entities as an object-centric event log, for tools of process mining.
///
/// Start with [OcelExport].
@NullMarked
package dev.apian.lake.ocel;

import org.jspecify.annotations.NullMarked;
