// SPDX-License-Identifier: Apache-2.0

/// The `apian` commands: options in, one use case called, an exit code out.
///
/// Start with [Apian]; a new command is one class and one line in its list. Results go to standard output,
/// everything else to standard error; 0 is success, 1 a failure, 2 wrong usage.
@NullMarked
package dev.apian.cli;

import org.jspecify.annotations.NullMarked;
