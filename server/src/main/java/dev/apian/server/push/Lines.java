// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import dev.apian.server.http.Problem;
import dev.apian.server.live.Refused;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The lines of one body, read: calls, and what was none. Empty lines are nothing, but are counted for their numbers.
final class Lines {

    static final int ERRORS_MAX = 100;

    static final String SOURCE = "POST /v1/calls";

    final List<Call> calls = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    private String firstError = "";

    private Lines() {}

    static Lines read(byte[] body, CallReader reader, int linesMax) {
        Lines lines = new Lines();
        int number = 0;
        int records = 0;
        for (int start = 0; start < body.length; ) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            number++;
            int last = end > start && body[end - 1] == '\r' ? end - 1 : end;
            if (last > start) {
                records++;
                if (records > linesMax) {
                    throw tooMany(records, linesMax);
                }
                lines.take(number, reader, body, start, last);
            }
            start = end + 1;
        }
        return lines;
    }

    private record Bad(Rejected rejected, int line) {}

    int rejected() {
        return bad.size();
    }

    void countIn(Refused refused) {
        bad.forEach(one -> refused.add(SOURCE, one.rejected(), one.line()));
    }

    String firstError() {
        return firstError;
    }

    /// What the sender gets to know.
    ObjectNode receipt(int accepted) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("accepted", accepted).put("rejected", bad.size());
        out.set("errors", errors);
        return out;
    }

    private void take(int number, CallReader reader, byte[] body, int from, int to) {
        switch (reader.read(body, from, to)) {
            case Accepted accepted -> calls.add(accepted.call());
            case Rejected wrong -> {
                bad.add(new Bad(wrong, number));
                String message =
                        "line %d: %s: %s".formatted(number, wrong.reason().label(), wrong.found());
                firstError = bad.size() == 1 ? message : firstError;
                if (errors.size() < ERRORS_MAX) {
                    errors.addObject()
                            .put("line", number)
                            .put("reason", wrong.reason().label().replace(' ', '_'))
                            .put("message", message + "; it looks like " + wrong.sample());
                }
            }
        }
    }

    private static Problem tooMany(int found, int allowed) {
        return Problem.limit(
                "The body has too many lines",
                "push_lines_max",
                found,
                allowed,
                "The body has %d lines or more, push_lines_max allows %d; send smaller batches."
                        .formatted(found, allowed));
    }
}
