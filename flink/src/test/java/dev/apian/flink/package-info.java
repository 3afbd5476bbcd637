// SPDX-License-Identifier: Apache-2.0

@NullMarked
package dev.apian.flink;

import org.jspecify.annotations.NullMarked;
