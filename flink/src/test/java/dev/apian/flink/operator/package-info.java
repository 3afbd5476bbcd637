// SPDX-License-Identifier: Apache-2.0

@NullMarked
package dev.apian.flink.operator;

import org.jspecify.annotations.NullMarked;
