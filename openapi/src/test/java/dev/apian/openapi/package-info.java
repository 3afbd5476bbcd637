// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.apian.openapi;

import org.jspecify.annotations.NullMarked;
