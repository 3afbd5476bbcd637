// SPDX-License-Identifier: Apache-2.0

/// Takes calls in from Envoy's access log service.
///
/// Start with [AccessLogs]. `EnvoyEntries` says what of a message is a call; `AccessLogStream` is one Envoy's stream,
/// which is not asked for more than can be made durable.
@NullMarked
package dev.apian.server.envoy;

import org.jspecify.annotations.NullMarked;
