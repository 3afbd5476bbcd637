// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Reason;

/// Reads access logs of AWS Application Load Balancers ("Access log entries", AWS documentation): words with blanks
/// between them, some in quotes. Fields that AWS appends later are left out.
///
/// `type time elb client:port target:port request_time target_time response_time status target_status received sent
/// "request" "user agent" ...`
///
/// The time of a call is when it was answered. Its duration is the sum of the three times; a balancer writes -1 where
/// a target did not answer.
public final class AlbReader implements CallReader {

    private static final String[] TYPES = {"http", "https", "h2", "grpcs", "ws", "wss"};

    private final Limits limits;
    private final Assembly assembly;

    public AlbReader(ReaderSettings settings) {
        this.limits = settings.limits();
        this.assembly = new Assembly(settings);
    }

    /// Whether a record begins like one of these: a type and a time.
    static boolean isLike(Text line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || blank + 12 > line.length() || !isType(line.sub(0, blank))) {
            return false;
        }
        Text time = line.sub(blank + 1);
        return Text.isDigit(time.at(0)) && time.at(4) == '-' && time.at(10) == 'T';
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > limits.recordBytes()) {
            String found = length + " bytes, allowed " + limits.recordBytes();
            return Sample.rejected(Reason.TOO_LONG, found, bytes, from, to);
        }
        Text line = new Text(bytes, from, to).trim();
        if (!isLike(line)) {
            return Sample.rejected(Reason.MALFORMED, "no type and time at the start", bytes, from, to);
        }
        Draft draft = new Draft(bytes, line.from, line.to, limits.headers());
        String wrong = new Words(draft).read();
        return wrong.isEmpty() ? assembly.finish(draft) : Sample.rejected(Reason.MALFORMED, wrong, bytes, from, to);
    }

    private static boolean isType(Text word) {
        for (String type : TYPES) {
            if (word.is(type)) {
                return true;
            }
        }
        return false;
    }

    /// The words of one line, one after the other.
    private static final class Words {
        private final LogLine line;
        private final Draft draft;

        Words(Draft draft) {
            this.line = new LogLine(draft);
            this.draft = draft;
        }

        /// What was wrong, empty if nothing was.
        String read() {
            word();
            put(Fact.TIMESTAMP, word());
            word();
            Text client = word();
            put(Fact.CLIENT_ADDRESS, Target.host(client));
            word();
            Text request = word();
            Text target = word();
            Text response = word();
            put(Fact.STATUS, word());
            word();
            put(Fact.REQUEST_SIZE, word());
            put(Fact.RESPONSE_SIZE, word());
            if (!quoted(Fact.REQUEST_LINE)) {
                return "no \"request\" behind eleven words";
            }
            if (!quoted(Fact.USER_AGENT)) {
                return "no \"user agent\" behind the request";
            }
            draft.micros(sum(request, target, response));
            return "";
        }

        private static long sum(Text... seconds) {
            long sum = 0;
            for (Text one : seconds) {
                long micros = Numbers.scaled(one, 1_000_000);
                if (micros < 0) {
                    return -1;
                }
                sum += micros;
            }
            return sum;
        }

        private void put(Fact fact, Text word) {
            if (!word.isEmpty() && !word.is("-")) {
                draft.put(fact, word.from, word.to, Draft.PLAIN);
            }
        }

        private Text word() {
            line.blanks();
            int from = line.at;
            line.at = line.wordEnd(from, line.end);
            return new Text(line.bytes, from, line.at);
        }

        /// A quoted text. False if there is none, or it does not end.
        private boolean quoted(Fact fact) {
            line.blanks();
            return line.isAtQuote() && line.quoted(fact);
        }
    }
}
