// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.server.http.Problem;
import dev.apian.server.live.Admission.TurnedAway;

/// What a sender is told whose calls were turned away. Agents send the same body again after both answers.
public final class NoRoom {

    private NoRoom() {}

    /// 429 while the engine is behind, 503 while the disk is nearly full.
    public static Problem problem(TurnedAway away) {
        return switch (away.reason()) {
            case JOURNAL_FULL ->
                Problem.later(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "behind",
                        "The engine is behind",
                        "journal_bytes_max",
                        away.found(),
                        away.allowed(),
                        ("The journal holds %d bytes, journal_bytes_max allows %d; nothing was accepted, send the same"
                                        + " body again after the seconds in Retry-After.")
                                .formatted(away.found(), away.allowed()),
                        away.retryAfter());
            case DISK_FULL ->
                Problem.later(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "disk-full",
                        "The disk is nearly full",
                        "disk_reserve_bytes",
                        away.found(),
                        away.allowed(),
                        ("The disk of the data directory has %d bytes left, disk_reserve_bytes keeps %d; nothing was"
                                        + " accepted. Make room there; it goes on by itself then. Send the same body"
                                        + " again.")
                                .formatted(away.found(), away.allowed()),
                        away.retryAfter());
        };
    }
}
