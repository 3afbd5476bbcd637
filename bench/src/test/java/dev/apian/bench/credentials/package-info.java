// SPDX-License-Identifier: Apache-2.0

/// Tests of how misuse of credentials is measured.
@NullMarked
package dev.apian.bench.credentials;

import org.jspecify.annotations.NullMarked;
