// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stream.Timed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One API request with its response, as every later stage sees it. Holds no secret.
///
/// @param id             the caller's own id (`event.id`), or a hash of the facts below that are not secret
/// @param micros         event time, microseconds since 1970-01-01T00:00:00Z
/// @param path           raw path as on the wire, without query; secrets in it are masked
/// @param route          template known to the framework (`http.route`), if any
/// @param device         coarse client fingerprint read from the user agent, for example `Firefox on Windows`
/// @param organization   tenant or partner as told by the gateway
/// @param roles          permissions as told by the gateway or the token, sorted
/// @param presented      what the request showed of its sender, strongest first
/// @param granted        credentials that the response handed out
/// @param fields         id-like values in query and bodies, at most [#FIELDS_MAX]
/// @param content        the form of query and bodies
/// @param responseSeen   whether the response body was there to read; without it "was it shown?" cannot be
///                       answered
/// @param requestBytes   size of the request body, -1 if unknown
/// @param responseBytes  size of the response body, -1 if unknown
/// @param durationMicros -1 if unknown
public record Call(
        String id,
        long micros,
        String method,
        String host,
        String path,
        @Nullable String route,
        int status,
        Origin origin,
        String userAgent,
        String device,
        @Nullable String organization,
        List<String> roles,
        List<Facet> presented,
        List<Facet> granted,
        List<Field> fields,
        Content content,
        boolean responseSeen,
        long requestBytes,
        long responseBytes,
        long durationMicros)
        implements Timed {

    /// More id-like values than this in one call are not kept: a page of 250 items with four ids each fits.
    public static final int FIELDS_MAX = 1_000;

    public Call {
        if (fields.size() > FIELDS_MAX) {
            throw new IllegalArgumentException("fields=" + fields.size() + " > FIELDS_MAX=" + FIELDS_MAX);
        }
        roles = List.copyOf(roles);
        presented = List.copyOf(presented);
        granted = List.copyOf(granted);
        fields = List.copyOf(fields);
    }

    public Instant at() {
        return Instant.EPOCH
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    public boolean succeeded() {
        return status >= 200 && status < 400;
    }

    /// The server knew what was asked and said no: 401, 403, 404 or 429.
    public boolean refused() {
        return status == 401 || status == 403 || status == 404 || status == 429;
    }

    /// The first presented facet of a kind.
    public @Nullable Facet presented(Facet.Kind kind) {
        for (int i = 0; i < presented.size(); i++) { // asked many times for every call
            Facet facet = presented.get(i);
            if (facet.kind() == kind) {
                return facet;
            }
        }
        return null;
    }

    /// The same call under another id; used to tell apart records that are equal in every fact.
    public Call withId(String otherId) {
        return with(otherId, origin, fields);
    }

    /// The same call with what is known of its origin filled in.
    @SuppressWarnings("ReferenceEquality") // an equal one is as good
    public Call withOrigin(Origin known) {
        return known == origin ? this : with(id, known, fields);
    }

    /// The same call once its query and bodies have been read.
    public Call withoutFields() {
        return with(id, origin, List.of());
    }

    private Call with(String otherId, Origin otherOrigin, List<Field> otherFields) {
        return new Call(
                otherId,
                micros,
                method,
                host,
                path,
                route,
                status,
                otherOrigin,
                userAgent,
                device,
                organization,
                roles,
                presented,
                granted,
                otherFields,
                content,
                responseSeen,
                requestBytes,
                responseBytes,
                durationMicros);
    }

    /// As much of the call as endpoints are learned from.
    public Call bare() {
        return new Call(
                id,
                micros,
                method,
                host,
                path,
                route,
                status,
                new Origin(origin.ip()),
                "",
                "",
                null,
                List.of(),
                presented,
                List.of(),
                List.of(),
                content,
                false,
                -1,
                -1,
                -1);
    }
}
