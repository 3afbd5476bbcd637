// SPDX-License-Identifier: Apache-2.0

/// How surely and how soon stolen credentials are found by where they are used from, beside the rules that people
/// use: `bench/credentials` runs [Credentials].
@NullMarked
package dev.apian.bench.credentials;

import org.jspecify.annotations.NullMarked;
