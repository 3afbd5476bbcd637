// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.Instant;

/// Something harmless that may look strange to whoever watches the API: a line of `occasions.ndjson`.
///
/// @param consumer whom it concerns ([Consumer#id]), or empty if everybody
/// @param from when it begins to show
/// @param to when it is nothing new any more
public record Occasion(Kind kind, String consumer, Instant from, Instant to) {

    /// More than this many are not kept; a world of a year and 10,000 actors has fewer.
    public static final int MAX = 200_000;

    /// What happened.
    public enum Kind {
        RELEASE("release"),
        SALE("sale"),
        OUTAGE("outage"),
        JOURNEY("journey"),
        NEW_ACCOUNT("new account"),
        NEW_ROLE("new role"),
        NEW_REGION("new region"),
        LOCKED_OUT("locked out"),
        MONTH_END("month end"),
        VPN("vpn");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Occasion of(Kind kind, String consumer, long from, long to) {
        return new Occasion(kind, consumer, Micros.toInstant(from), Micros.toInstant(to));
    }

    /// One line of JSON without a line feed.
    public String toJson() {
        return Json.object()
                .field("kind", kind.label())
                .field("consumer", consumer)
                .field("from", from.toString())
                .field("to", to.toString())
                .end();
    }
}
