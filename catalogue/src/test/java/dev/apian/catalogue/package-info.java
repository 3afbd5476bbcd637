// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.apian.catalogue;

import org.jspecify.annotations.NullMarked;
