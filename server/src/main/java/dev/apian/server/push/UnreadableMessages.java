// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import com.google.protobuf.InvalidProtocolBufferException;
import com.linecorp.armeria.common.RequestContext;
import com.linecorp.armeria.common.grpc.GrpcExceptionHandlerFunction;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/// Counts gRPC messages that are none of their protocol, and tells their senders that to try again is of no use. gRPC
/// itself would call it an internal error.
public final class UnreadableMessages implements GrpcExceptionHandlerFunction {

    private final Intake intake;
    private final String source;

    /// @param source what people read as the place where such a message came from
    public UnreadableMessages(Intake intake, String source) {
        this.intake = intake;
        this.source = source;
    }

    @Override
    public Status apply(RequestContext context, Status status, Throwable cause, Metadata metadata) {
        if (!isUnreadable(cause)) {
            return status;
        }
        intake.refuse(source, "a message that is no protobuf of its service");
        return Status.INVALID_ARGUMENT.withDescription("The message is no protobuf of this service.");
    }

    private static boolean isUnreadable(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof InvalidProtocolBufferException) {
                return true;
            }
        }
        return false;
    }
}
