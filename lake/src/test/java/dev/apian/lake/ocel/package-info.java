// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.apian.lake.ocel;

import org.jspecify.annotations.NullMarked;
