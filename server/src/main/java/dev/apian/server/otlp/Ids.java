// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.ByteString;
import java.util.Base64;
import java.util.HexFormat;

/// How trace and span ids are written where they are bytes of a message.
enum Ids {
    BINARY {
        @Override
        String text(ByteString id) {
            return HexFormat.of().formatHex(id.toByteArray());
        }
    },

    /// OTLP's JSON has hexadecimal ids where protobuf's JSON has Base64, so a reader of the latter took the digits for
    /// Base64; written as that they are the digits again.
    HEX_READ_AS_BASE64 {
        @Override
        String text(ByteString id) {
            return Base64.getEncoder().encodeToString(id.toByteArray());
        }
    };

    abstract String text(ByteString id);

    /// What a call is called that a span tells of, so that people find the trace of it: `TRACE-SPAN`. Empty if the
    /// span has none.
    String of(ByteString trace, ByteString span) {
        return trace.isEmpty() || span.isEmpty() ? "" : text(trace) + "-" + text(span);
    }
}
