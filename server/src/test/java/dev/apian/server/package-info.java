// SPDX-License-Identifier: Apache-2.0

/// Tests of the running server: a real port, a real data directory, a real client.
@NullMarked
package dev.apian.server;

import org.jspecify.annotations.NullMarked;
