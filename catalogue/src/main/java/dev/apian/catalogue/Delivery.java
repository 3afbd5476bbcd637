// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to a webhook's receiver, and how far it got.
///
/// @param number 0 for one that is not kept yet; a later message has a larger number
/// @param kind   a word of the server's
/// @param alert  id of the alert it tells of, null if it is about none or many
/// @param title  what it says, in one line
/// @param body   as it is sent
/// @param status [#WAITING], [#DELIVERED] or [#GIVEN_UP]
/// @param tries  that were made
/// @param tried  when the last try was answered, null if none was made
/// @param reply  to the last try
/// @param next   when it is tried next, null if it is over
public record Delivery(
        long number,
        String webhook,
        String kind,
        @Nullable String alert,
        String title,
        String body,
        Instant made,
        String status,
        int tries,
        @Nullable Instant tried,
        @Nullable Reply reply,
        @Nullable Instant next) {

    public static final String WAITING = "waiting";
    public static final String DELIVERED = "delivered";
    public static final String GIVEN_UP = "given_up";

    /// One that is to be sent as soon as possible.
    public static Delivery due(
            String webhook, String kind, @Nullable String alert, String title, String body, Instant now) {
        return new Delivery(0, webhook, kind, alert, title, body, now, WAITING, 0, null, null, now);
    }

    public Delivery withNumber(long kept) {
        return new Delivery(kept, webhook, kind, alert, title, body, made, status, tries, tried, reply, next);
    }

    /// After another try.
    ///
    /// @param again when to try once more, null if it is over
    public Delivery answered(Reply answer, Instant at, @Nullable Instant again) {
        String reached = answer.isTaken() ? DELIVERED : again == null ? GIVEN_UP : WAITING;
        return new Delivery(number, webhook, kind, alert, title, body, made, reached, tries + 1, at, answer, again);
    }
}
