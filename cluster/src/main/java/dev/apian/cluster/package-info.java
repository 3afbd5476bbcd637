// SPDX-License-Identifier: Apache-2.0

/// The commands `apian cluster ...`: a real cluster of several processes on this machine, for trying and testing.
///
/// Start with [ClusterCommand]; a new command is one class and one line in its list. Results go to standard output,
/// everything else to standard error; 0 is success, 1 a failure, 2 wrong usage.
@NullMarked
package dev.apian.cluster;

import org.jspecify.annotations.NullMarked;
