// SPDX-License-Identifier: Apache-2.0

/// What a running server takes in over OTLP/gRPC, and what it costs. Start with [OtlpSending].
@NullMarked
package dev.apian.bench.otlp;

import org.jspecify.annotations.NullMarked;
