// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.apian.server.push.Batch;

/// One of OpenTelemetry's signals as far as it tells of calls.
///
/// @param <Q> the message that exports it
/// @param <R> the message that answers
interface Signal<Q extends Message, R extends Message> {

    /// What people read as the place where a record came from.
    String source();

    Parser<Q> parser();

    Message.Builder builder();

    Batch read(Q request, Ids ids);

    /// All was taken, but for what could not be read.
    R answer(Batch batch);

    /// What the sender's people get to read of records that could not be.
    static String rejected(Batch batch) {
        return "%d of %d could not be read; the first: %s"
                .formatted(batch.rejected(), batch.size(), batch.firstError());
    }
}
