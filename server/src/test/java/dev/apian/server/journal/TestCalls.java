// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Calls that are nothing but their ids.
final class TestCalls {

    private static final AutoReader READER =
            new AutoReader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));

    private TestCalls() {}

    static List<Call> of(String... ids) {
        return Arrays.stream(ids).map(TestCalls::call).toList();
    }

    /// The ids of the calls from a position to the end, clocks left out.
    static List<String> readFrom(Journal journal, long from) throws IOException {
        List<String> ids = new ArrayList<>();
        for (long position = from; position < journal.durable(); ) {
            Entry entry = journal.read(position);
            if (entry instanceof Entry.Calls calls) {
                calls.calls().subList((int) (position - entry.first()), entry.count()).stream()
                        .map(Call::id)
                        .forEach(ids::add);
            }
            position = entry.end();
        }
        return ids;
    }

    private static Call call(String id) {
        byte[] record = ("{\"timestamp\":\"2026-11-20T10:00:00Z\",\"http.request.method\":\"GET\",\"url.path\":\"/a\","
                        + "\"http.response.status_code\":200,\"event.id\":\"" + id + "\"}")
                .getBytes(UTF_8);
        if (READER.read(record, 0, record.length) instanceof Accepted accepted) {
            return accepted.call();
        }
        throw new AssertionError("the test's record cannot be read");
    }
}
