// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import dev.apian.server.http.Problem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/// Tells problems as gRPC does. One that passes comes with a `RetryInfo`, without which senders must not, for some
/// codes, try again.
final class Grpc {

    private Grpc() {}

    /// Answers with what an operation gives, or with the [Problem] that it throws.
    static <R> void answer(StreamObserver<R> observer, Supplier<R> operation) {
        try {
            observer.onNext(operation.get());
            observer.onCompleted();
        } catch (Problem problem) {
            observer.onError(failure(problem));
        }
    }

    static Status.Code code(Problem problem) {
        return switch (problem.status().code()) {
            case 429, 503 -> Status.Code.UNAVAILABLE;
            default -> Status.Code.INVALID_ARGUMENT;
        };
    }

    static StatusRuntimeException failure(Problem problem) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder()
                .setCode(code(problem).value())
                .setMessage(String.valueOf(problem.getMessage()));
        if (!problem.retryAfter().isZero()) {
            status.addDetails(Any.pack(RetryInfo.newBuilder()
                    .setRetryDelay(Duration.newBuilder()
                            .setSeconds(problem.retryAfter().toSeconds()))
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
