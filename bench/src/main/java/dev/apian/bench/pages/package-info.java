// SPDX-License-Identifier: Apache-2.0

/// How long the questions of each page of the console take over a lake of many millions of calls. Start with [Pages].
@NullMarked
package dev.apian.bench.pages;

import org.jspecify.annotations.NullMarked;
