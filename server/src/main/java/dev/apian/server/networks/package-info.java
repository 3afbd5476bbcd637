// SPDX-License-Identifier: Apache-2.0

/// What people say of networks, as it is kept. Start with [NetworkList].
@NullMarked
package dev.apian.server.networks;

import org.jspecify.annotations.NullMarked;
