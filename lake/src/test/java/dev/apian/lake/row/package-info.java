// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.apian.lake.row;

import org.jspecify.annotations.NullMarked;
