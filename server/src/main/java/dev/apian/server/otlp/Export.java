// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.Message;
import dev.apian.server.http.Problem;
import dev.apian.server.push.Batch;
import dev.apian.server.push.Intake;

/// Takes in what is exported of one signal; the same for gRPC and HTTP.
final class Export<Q extends Message, R extends Message> {

    private final Signal<Q, R> signal;
    private final Intake intake;
    private final int recordsMax;

    /// @param recordsMax calls in one message
    Export(Signal<Q, R> signal, Intake intake, int recordsMax) {
        this.signal = signal;
        this.intake = intake;
        this.recordsMax = recordsMax;
    }

    Signal<Q, R> signal() {
        return signal;
    }

    /// Makes the calls of a message durable, or throws a [Problem].
    R take(Q request, Ids ids) {
        Batch batch = signal.read(request, ids);
        int calls = batch.calls().size();
        if (calls > recordsMax) {
            throw Problem.limit(
                    "The message has too many calls",
                    "push_lines_max",
                    calls,
                    recordsMax,
                    "The message has %d calls, push_lines_max allows %d; send smaller batches."
                            .formatted(calls, recordsMax));
        }
        intake.take(batch);
        return signal.answer(batch);
    }

    /// Counts bytes that are no message of this signal.
    void refuse(String found) {
        intake.refuse(signal.source(), found);
    }
}
