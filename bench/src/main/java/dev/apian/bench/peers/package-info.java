// SPDX-License-Identifier: Apache-2.0

/// How well those are found who use what their peers do not: `bench/peers` runs [Peers]. [Roles] measures on real
/// matrices of permissions, [Worlds] and [CrossRole] in simulated worlds, [Refit] how long learning takes. Start with
/// [Peers].
@NullMarked
package dev.apian.bench.peers;

import org.jspecify.annotations.NullMarked;
