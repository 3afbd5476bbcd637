// SPDX-License-Identifier: Apache-2.0

/// What every request meets, whatever it asks for: the [Doorman] at the door, [Parameters] that check what
/// was asked, [Problem]s as answers to what cannot be done, the console's files.
///
/// Start with [Answering], which is how an operation becomes a service.
@NullMarked
package dev.apian.server.http;

import org.jspecify.annotations.NullMarked;
