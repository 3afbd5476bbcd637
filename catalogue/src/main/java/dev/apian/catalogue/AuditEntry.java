// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;

/// Something that somebody did, or was refused.
///
/// @param number  grows with time
/// @param who     a user's or a token's name
/// @param address from where
/// @param action  method and path template of the operation, or another word: `sign-in`
/// @param target  what it was done to, empty if that is clear
/// @param outcome `done` or `refused`
/// @param detail  what was said, without secrets
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String address,
        String action,
        String target,
        String outcome,
        String detail) {}
