// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Reason;

/// Reads the access logs of Apache and nginx, common and combined, also with a virtual host in front, and
/// with a request time or an `X-Forwarded-For` list behind.
///
/// `[vhost] address ident user [time] "request" status bytes ["referer" "user agent" [more]]`
public final class CombinedReader implements CallReader {

    private final Limits limits;
    private final Assembly assembly;

    public CombinedReader(ReaderSettings settings) {
        this.limits = settings.limits();
        this.assembly = new Assembly(settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > limits.recordBytes()) {
            String found = length + " bytes, allowed " + limits.recordBytes();
            return Sample.rejected(Reason.TOO_LONG, found, bytes, from, to);
        }
        Text text = new Text(bytes, from, to).trim();
        if (text.isEmpty()) {
            return Sample.rejected(Reason.MALFORMED, "an empty line", bytes, from, to);
        }
        if (JsonReader.isBinary(text)) {
            return Sample.rejected(Reason.NOT_TEXT, "control bytes at the start", bytes, from, to);
        }
        Line line = new Line(new LogLine(new Draft(bytes, text.from, text.to, limits.headers())));
        String wrong = line.read();
        return wrong.isEmpty()
                ? assembly.finish(line.words.draft)
                : Sample.rejected(Reason.MALFORMED, wrong, bytes, from, to);
    }

    /// One line on its way through.
    private static final class Line {
        private final LogLine words;
        private final Draft draft;
        private final byte[] bytes;
        private final int end;

        Line(LogLine words) {
            this.words = words;
            this.draft = words.draft;
            this.bytes = words.bytes;
            this.end = words.end;
        }

        /// What was wrong, empty if nothing was.
        String read() {
            int open = timeAt();
            if (open < 0) {
                return "no [time]";
            }
            who(open);
            int close = Text.indexOfEither(bytes, open, end, (byte) ']', (byte) ']');
            if (close == end) {
                return "no end of [time]";
            }
            draft.put(Fact.TIMESTAMP, open + 1, close, Draft.PLAIN);
            words.at = close + 1;
            words.blanks();
            if (!words.isAtQuote()) {
                return "no \"request\"";
            }
            if (!words.quoted(Fact.REQUEST_LINE)) {
                return "no end of \"request\"";
            }
            word(Fact.STATUS);
            word(Fact.RESPONSE_SIZE);
            rest();
            return "";
        }

        /// The bracket that opens the time: followed by a digit, so that `[::1]` is none.
        private int timeAt() {
            for (int i = words.at; i + 12 < end; i++) {
                if (bytes[i] == '[' && Text.isDigit(bytes[i + 1]) && (bytes[i + 3] == '/' || bytes[i + 5] == '-')) {
                    return i;
                }
            }
            return -1;
        }

        /// `address ident user`, or `vhost address ident user`. A user may contain blanks.
        private void who(int open) {
            int firstEnd = words.wordEnd(words.at, open);
            int secondFrom = firstEnd + 1;
            int secondEnd = words.wordEnd(secondFrom, open);
            Text first = new Text(bytes, words.at, firstEnd);
            Text second = new Text(bytes, secondFrom, secondEnd);
            boolean vhost = Address.parse(second) != null && Address.parse(first) == null;
            if (vhost) {
                draft.put(Fact.HOST, first.from, first.to, Draft.PLAIN);
            }
            Text address = vhost ? second : first;
            draft.put(Fact.CLIENT_ADDRESS, address.from, address.to, Draft.PLAIN);
            int ident = address.to + 1;
            int user = words.wordEnd(ident, open) + 1;
            if (user < open - 1) {
                Text name = new Text(bytes, user, open).trim();
                if (!name.is("-") && !name.is("\"\"") && !name.isEmpty()) {
                    draft.put(Fact.REMOTE_USER, name.from, name.to, Draft.ESCAPED);
                }
            }
        }

        /// `"referer" "user agent"` and whatever a site adds: addresses, a request time.
        private void rest() {
            int quotes = 0;
            boolean timed = false;
            for (words.blanks(); words.at < end; words.blanks()) {
                if (bytes[words.at] == '"') {
                    int from = words.at + 1;
                    quotes++;
                    if (!words.quoted(quotes == 2 ? Fact.USER_AGENT : null)) {
                        return;
                    }
                    if (quotes > 2) {
                        addresses(from, words.at - 1);
                    }
                } else {
                    int wordEnd = words.wordEnd(words.at, end);
                    timed = timed || time(new Text(bytes, words.at, wordEnd));
                    words.at = wordEnd;
                }
            }
        }

        private void addresses(int from, int to) {
            Text text = new Text(bytes, from, to);
            int comma = text.indexOf(',');
            if (Address.parse(comma < 0 ? text : text.sub(0, comma)) != null) {
                draft.put(Fact.FORWARDED_FOR, from, to, Draft.PLAIN);
            }
        }

        /// `0.012`, `rt=0.012` or `request_time=0.012` are seconds, a whole number microseconds (Apache's
        /// `%D`).
        private boolean time(Text raw) {
            int equals = raw.indexOf('=');
            Text name = equals < 0 ? Text.EMPTY : raw.sub(0, equals);
            Text value = raw.sub(equals + 1);
            boolean named = name.is("rt") || name.is("request_time");
            if ((equals >= 0 && !named) || value.isEmpty() || Numbers.scaled(value, 1) < 0) {
                return false;
            }
            boolean seconds = named || value.indexOf('.') >= 0;
            draft.put(seconds ? Fact.SECONDS : Fact.MICROS, value.from, value.to, Draft.PLAIN);
            return true;
        }

        private void word(Fact fact) {
            words.blanks();
            int wordEnd = words.wordEnd(words.at, end);
            if (wordEnd > words.at && bytes[words.at] != '"' && bytes[words.at] != '-') {
                draft.put(fact, words.at, wordEnd, Draft.PLAIN);
            }
            words.at = words.at < end && bytes[words.at] == '"' ? words.at : wordEnd;
        }
    }
}
