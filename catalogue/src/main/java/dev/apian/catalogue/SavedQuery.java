// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;

/// A question in SQL that somebody kept, for everybody.
///
/// @param author  who wrote or changed it last
/// @param changed when that was
public record SavedQuery(String id, String name, String sql, String description, String author, Instant changed) {

    public static final int NAME_CHARS_MAX = 120;
    public static final int DESCRIPTION_CHARS_MAX = 2_000;
}
