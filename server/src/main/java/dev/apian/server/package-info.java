// SPDX-License-Identifier: Apache-2.0

/// The server: calls in over HTTP, the engine on them while they come, and what it made of them out again,
/// for programs and in the console.
///
/// `push` takes calls in, `live` runs the engine, `documents` keeps OpenAPI documents, `api` answers questions, `http`
/// is what every request meets. Start with [ApianServer].
@NullMarked
package dev.apian.server;

import org.jspecify.annotations.NullMarked;
