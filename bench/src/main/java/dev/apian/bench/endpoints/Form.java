// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// How the values of one parameter look.
enum Form {
    INTEGER,
    UUID,
    OBJECT_ID,
    /// `INV-1042`
    NUMBERED,
    /// `cus_8fa3K2xQ`
    PREFIXED,
    /// 22 characters, as 128 bits in URL-safe base 64.
    BASE64,
    DATE,
    SLUG,
    USERNAME,
    WORD,
    /// A handful of lower-case words.
    CHOICE
}
