// SPDX-License-Identifier: Apache-2.0

/// The catalogue: what people decided, and on a cluster the alerts, in SQLite or PostgreSQL.
///
/// Start with [Catalogue]. Knows nothing of calls or lakes, and of an alert only its JSON.
@NullMarked
package dev.apian.catalogue;

import org.jspecify.annotations.NullMarked;
