// SPDX-License-Identifier: Apache-2.0

/// Takes calls in from OpenTelemetry: spans and log records that tell of HTTP, over gRPC and HTTP.
///
/// Start with [Otlp]. `Traces` and `Logs` say what of a message is a call; `Export` takes it in; `OtlpHttp` and `Grpc`
/// are the two ways in which it comes and is answered.
@NullMarked
package dev.apian.server.otlp;

import org.jspecify.annotations.NullMarked;
