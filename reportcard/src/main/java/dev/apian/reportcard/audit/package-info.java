// SPDX-License-Identifier: Apache-2.0

/// Whether an attack could be found by one threshold on one number.
@NullMarked
package dev.apian.reportcard.audit;

import org.jspecify.annotations.NullMarked;
