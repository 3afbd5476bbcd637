// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the table `calls`: what is kept of one call.
///
/// A text that is unknown is null; a number that is unknown is the constant named for it, so that a row costs
/// no boxes. Repeated texts (endpoint, actor, user agent ...) are written fastest when equal texts are the
/// same object.
///
/// @param timeMicros event time, microseconds since 1970 in UTC; decides the day, and so the folder
/// @param endpoint   `GET /v1/orders/{orderId}`, without the host
/// @param endpointId the stable id of the endpoint, which survives a change of its template
/// @param status     HTTP status, or [#STATUS_UNKNOWN]
/// @param asn        autonomous system number, or [#ASN_UNKNOWN]
/// @param durationMs milliseconds, or NaN
/// @param late       true if the call came after the allowed lateness, stored but not judged
public record CallRow(
        long timeMicros,
        @Nullable String callId,
        @Nullable String host,
        @Nullable String method,
        @Nullable String path,
        @Nullable String endpoint,
        @Nullable String endpointId,
        int status,
        @Nullable String actor,
        @Nullable String actorKind,
        @Nullable String credential,
        @Nullable String clientIp,
        @Nullable String country,
        long asn,
        @Nullable String userAgent,
        @Nullable String device,
        List<Entity> entities,
        long requestBytes,
        long responseBytes,
        double durationMs,
        boolean late) {

    public static final int STATUS_UNKNOWN = -1;
    public static final long ASN_UNKNOWN = -1;
    public static final long BYTES_UNKNOWN = -1;
    public static final double DURATION_UNKNOWN = Double.NaN;

    /// A business entity that the call names, and how that is explained.
    ///
    /// @param how   provenance, the first that holds: `created`, `shown`, `used`, `tenant`, `parent`, `public`,
    ///              `peers` or `unexplained`; null if the call was stored without being judged
    /// @param whose ownership at that moment: `own`, `tenant`, `other`, `shared`, `public` or `unknown`; null too
    public record Entity(
            String type,
            String id,
            @Nullable String how,
            @Nullable String whose) {

        /// An entity of a call that was not judged.
        public Entity(String type, String id) {
            this(type, id, null, null);
        }
    }
}
