// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import java.util.regex.Pattern;

/// Text of others inside text of ours. Names and paths are what callers sent: they must not call people, make links or
/// begin lines in a team's chat.
final class Wording {

    private static final Pattern NOT_SHOWN =
            Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final Pattern CALLS_ALL =
            Pattern.compile("@(?=(?:all|channel|everyone|here)\\b)", Pattern.CASE_INSENSITIVE);
    private static final String NOTHING = "\u200B";

    private Wording() {}

    static String oneLine(String text) {
        return NOT_SHOWN.matcher(text).replaceAll(" ").strip();
    }

    /// As text for chats that read Slack's mrkdwn or Markdown.
    static String plain(String text) {
        String escaped =
                oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return CALLS_ALL.matcher(escaped).replaceAll("@" + NOTHING).replace("](", "]" + NOTHING + "(");
    }
}
