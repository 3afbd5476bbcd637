// SPDX-License-Identifier: Apache-2.0

/// OpenAPI documents beside what was seen: reading them, telling where traffic drifts from them, and writing one of
/// the inventory.
///
/// Nothing here opens a file or a connection; texts come in, records and texts go out. Start with
/// [ApiDocument#read], then [Drift#of] and [ApiExport].
@NullMarked
package dev.apian.openapi;

import org.jspecify.annotations.NullMarked;
