// SPDX-License-Identifier: Apache-2.0

/// Takes calls in over HTTP: a body of lines becomes calls in the journal and a receipt that names every line
/// that was none.
///
/// Start with [Push].
@NullMarked
package dev.apian.server.push;

import org.jspecify.annotations.NullMarked;
