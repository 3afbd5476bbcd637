// SPDX-License-Identifier: Apache-2.0

/// Tests of whole analyses on real files and a real data directory.
@NullMarked
package dev.apian.engine.analyze;

import org.jspecify.annotations.NullMarked;
