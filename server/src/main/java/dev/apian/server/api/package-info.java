// SPDX-License-Identifier: Apache-2.0

/// What can be asked: one class for each noun of `openapi.yaml`, each a few SQL statements whose columns are
/// the fields of the answer.
///
/// [Archive] asks the lake, [Cases] joins alerts with what people decided about them in the [Catalogue].
/// Start with [Api], which lists the operations.
@NullMarked
package dev.apian.server.api;

import org.jspecify.annotations.NullMarked;
