// SPDX-License-Identifier: Apache-2.0

/// How well endpoints are found in traffic made from the OpenAPI documents of vendors nobody tuned on, beside three
/// simpler rules. `bench/endpoints` runs it; start with [EndpointDiscovery].
@NullMarked
package dev.apian.bench.endpoints;

import org.jspecify.annotations.NullMarked;
