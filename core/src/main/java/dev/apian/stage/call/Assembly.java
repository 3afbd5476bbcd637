// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Field.Place;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Makes a [Call] of a [Draft], or says why there is none. The same for every format.
final class Assembly {

    private static final int METHOD_BYTES_MAX = 32;
    private static final int HOST_BYTES_MAX = 255;
    private static final int PATH_BYTES_MAX = 4_096;
    private static final int NAME_BYTES_MAX = 256;
    private static final int STATUS_MAX = 999;
    /// A whole number from here on is no duration in milliseconds, but nanoseconds.
    private static final long MILLIS_MAX = 100_000;

    private final ReaderSettings settings;
    private final Limits limits;
    private final Tokens tokens;
    private final PathMask mask;
    private final Places places;
    private final Devices devices = new Devices();
    private final Remembered<String> methods =
            new Remembered<>(64, text -> text.string().toUpperCase(Locale.ROOT));
    private final Remembered<String> hosts = new Remembered<>(1_024, Assembly::hostName);
    private final Remembered<String> names = new Remembered<>(1_024, Text::string);
    /// Taken by whoever reads. Readers of one assembly at a time are few, mostly one; another makes its own.
    private final AtomicReference<@Nullable ContentSoFar> spare = new AtomicReference<>();

    Assembly(ReaderSettings settings) {
        this.settings = settings;
        this.limits = settings.limits();
        this.tokens = new Tokens(settings.fingerprints(), limits.roles());
        this.mask = new PathMask(settings.fingerprints());
        this.places = new Places(settings.proxies());
    }

    Outcome finish(Draft draft) {
        Text time = first(draft, Fact.TIMESTAMP, Fact.AT_TIMESTAMP, Fact.TIME);
        if (time == null) {
            return rejected(Reason.NO_TIME, "no timestamp", draft);
        }
        long micros = Timestamps.of(time);
        if (micros == Timestamps.UNREADABLE) {
            return rejected(Reason.BAD_TIME, found("timestamp", time), draft);
        }
        if (micros < ReaderSettings.EARLIEST_MICROS
                || micros > settings.latestMicros().getAsLong()) {
            return rejected(Reason.IMPLAUSIBLE_TIME, found("timestamp", time), draft);
        }
        RequestLine line = RequestLine.of(draft.get(Fact.REQUEST_LINE));
        Text method = draft.has(Fact.METHOD) ? draft.get(Fact.METHOD) : line.method();
        if (method == null || method.isEmpty()) {
            return rejected(Reason.NO_METHOD, "no method", draft);
        }
        if (!isToken(method)) {
            return rejected(Reason.NO_METHOD, found("method", method), draft);
        }
        Text url = first(draft, Fact.PATH, Fact.FULL_URL);
        url = url == null ? line.target() : url;
        if (url == null) {
            return rejected(Reason.NO_PATH, "no path", draft);
        }
        Text status = draft.get(Fact.STATUS);
        if (status == null) {
            return rejected(Reason.NO_STATUS, "no status", draft);
        }
        long code = Numbers.whole(status);
        if (code < 0 || code > STATUS_MAX) {
            return rejected(Reason.NO_STATUS, found("status", status), draft);
        }
        return new Accepted(call(draft, micros, methods.of(method), Target.of(url.trim()), (int) code));
    }

    private Call call(Draft draft, long micros, String method, Target target, int status) {
        Harvest harvest = new Harvest(settings.fingerprints(), tokens, limits);
        List<Text> forwarded = many(draft, micros, harvest);
        names(draft, harvest);
        String path = path(target.path(), harvest);
        Content content = contents(draft, target, micros, harvest);

        Text agent = first(draft, Fact.USER_AGENT, Fact.USER_AGENT_HEADER);
        Devices.Device device = devices.of(agent == null ? Text.EMPTY : agent);
        Origin origin = places.of(draft, forwarded);
        String host = host(draft, target);
        String organization = text(draft, Fact.ORGANIZATION);
        List<Facet> presented = harvest.presented();
        List<Field> fields = harvest.fields();
        Text route = draft.get(Fact.ROUTE);
        Text id = draft.get(Fact.EVENT_ID);
        long requestBytes = size(draft, Fact.REQUEST_SIZE);
        long responseBytes = size(draft, Fact.RESPONSE_SIZE);
        return new Call(
                id == null || id.isEmpty() || id.is("-")
                        ? id(micros, method, host, path, status, origin, device, presented, fields, responseBytes)
                        : id.head(NAME_BYTES_MAX).string(),
                micros,
                method,
                host,
                path,
                route == null || route.isEmpty() ? null : names.of(route.head(PATH_BYTES_MAX)),
                status,
                origin,
                device.userAgent(),
                device.label(),
                organization == null ? harvest.organization() : organization,
                harvest.roles(),
                presented,
                harvest.granted(),
                fields,
                content,
                draft.has(Fact.RESPONSE_BODY),
                requestBytes,
                responseBytes,
                duration(draft));
    }

    /// Credential headers, cookies and roles, each as often as they came. Gives what was forwarded for whom.
    private List<Text> many(Draft draft, long micros, Harvest harvest) {
        List<Text> forwarded = List.of();
        for (int i = 0; i < draft.manyCount(); i++) {
            Text value = draft.manyText(i);
            switch (draft.manyFact(i)) {
                case AUTHORIZATION -> Authorization.read(value, harvest);
                case COOKIE -> Cookies.presented(value, limits.cookies(), harvest);
                case SET_COOKIE -> Cookies.granted(value, micros, harvest);
                case API_KEY -> harvest.secret(Facet.Kind.API_KEY, value, 0, false);
                case ACCESS_TOKEN -> harvest.secret(Facet.Kind.ACCESS_TOKEN, value, 0, false);
                case ROLES -> harvest.roles(value);
                case FORWARDED_FOR -> {
                    forwarded = forwarded.isEmpty() ? new ArrayList<>(2) : forwarded;
                    forwarded.add(value);
                }
                default -> throw new IllegalStateException(draft.manyFact(i) + " is a fact with one value");
            }
        }
        return forwarded;
    }

    private static void names(Draft draft, Harvest harvest) {
        name(draft, Fact.USER_ID, Facet.Kind.USER_ID, harvest);
        name(draft, Fact.REMOTE_USER, Facet.Kind.USERNAME, harvest);
        name(draft, Fact.TLS_SUBJECT, Facet.Kind.CERTIFICATE, harvest);
        name(draft, Fact.CLIENT_ID, Facet.Kind.CLIENT_ID, harvest);
        Text session = draft.get(Fact.SESSION_ID);
        if (session != null && !session.is("-")) {
            harvest.secret(Facet.Kind.SESSION, session, 0, false);
        }
    }

    private static void name(Draft draft, Fact fact, Facet.Kind kind, Harvest harvest) {
        Text value = draft.get(fact);
        if (value != null) {
            harvest.presentName(kind, value);
        }
    }

    private String path(Text told, Harvest harvest) {
        String path = mask.of(told.head(PATH_BYTES_MAX), harvest);
        return path.startsWith("/") || path.equals("*") ? path : "/" + path;
    }

    private Content contents(Draft draft, Target target, long micros, Harvest harvest) {
        Text query = query(draft, target);
        String soap = Soap.operation(draft);
        boolean responds = draft.has(Fact.RESPONSE_BODY);
        if (query.isEmpty() && !draft.has(Fact.REQUEST_BODY) && !responds && soap.isEmpty()) {
            return Content.NONE;
        }
        ContentSoFar idle = spare.getAndSet(null);
        ContentSoFar content = idle == null ? new ContentSoFar() : idle;
        content.begin(responds ? target.path().head(PATH_BYTES_MAX) : Text.EMPTY);
        content.asked().add(soap);
        if (!query.isEmpty()) {
            new Contents(Place.QUERY, harvest, content).pairs(query);
        }
        body(Place.REQUEST_BODY, Fact.REQUEST_BODY, draft, micros, harvest, content);
        body(Place.RESPONSE_BODY, Fact.RESPONSE_BODY, draft, micros, harvest, content);
        Content made = content.content();
        spare.set(content);
        return made;
    }

    private static Text query(Draft draft, Target target) {
        Text query = draft.get(Fact.QUERY);
        if (query == null || query.isEmpty()) {
            return target.query();
        }
        return query.at(0) == '?' ? query.sub(1) : query;
    }

    private static void body(Place place, Fact fact, Draft draft, long micros, Harvest harvest, ContentSoFar content) {
        Text body = draft.raw(fact);
        if (body != null) {
            Contents contents = new Contents(place, harvest, content);
            contents.body(body, draft.isEscaped(fact));
            contents.settle(micros);
        }
    }

    private String host(Draft draft, Target target) {
        Text host = first(draft, Fact.HOST, Fact.HOST_HEADER);
        Text told = host == null || host.isEmpty() || host.is("-") ? target.host() : host.trim();
        Text service = told.isEmpty() ? draft.get(Fact.SERVICE) : null;
        told = service == null ? told : service.trim();
        return told.isEmpty() ? "" : hosts.of(told.head(HOST_BYTES_MAX));
    }

    private static String hostName(Text authority) {
        return Target.host(authority).string().toLowerCase(Locale.ROOT);
    }

    private @Nullable String text(Draft draft, Fact fact) {
        Text value = draft.get(fact);
        return value == null || value.isEmpty() || value.is("-") ? null : names.of(value.head(NAME_BYTES_MAX));
    }

    /// An id from facts that are no secrets, so that the same record has the same id wherever it is read.
    private static String id(
            long micros,
            String method,
            String host,
            String path,
            int status,
            Origin origin,
            Devices.Device device,
            List<Facet> presented,
            List<Field> fields,
            long responseBytes) {
        long hash = Hash.of(micros, ((long) status << 48) ^ responseBytes);
        hash = Hash.of(hash, Hash.of(path) + method.hashCode());
        hash = Hash.of(hash, ((long) origin.ip().hashCode() << 32) + host.hashCode());
        hash = Hash.of(hash, device.userAgent().hashCode());
        for (Facet facet : presented) {
            hash = facet.kind().secret() ? hash : Hash.of(hash, facet.key());
        }
        for (Field field : fields) {
            hash = Hash.of(hash, field.name().hashCode() + Hash.of(field.value()));
        }
        return Hash.text(hash);
    }

    private static long size(Draft draft, Fact fact) {
        Text value = draft.get(fact);
        return value == null ? -1 : Numbers.whole(value);
    }

    private static long duration(Draft draft) {
        Text seconds = draft.get(Fact.SECONDS);
        if (seconds != null) {
            return Numbers.scaled(seconds, 1_000_000);
        }
        Text untold = draft.get(Fact.DURATION);
        if (untold != null) {
            return untoldUnit(untold);
        }
        Text millis = draft.get(Fact.MILLIS);
        if (millis != null) {
            return Numbers.scaled(millis, 1_000);
        }
        Text micros = draft.get(Fact.MICROS);
        if (micros != null) {
            return Numbers.scaled(micros, 1);
        }
        Text nanos = draft.get(Fact.NANOS);
        long whole = nanos == null ? -1 : Numbers.whole(nanos);
        return whole < 0 ? draft.micros() : whole / 1_000;
    }

    /// A duration in the unit that its size and form suggest: Caddy writes `0.0031` seconds, Envoy `3`
    /// milliseconds and Traefik `3100000` nanoseconds.
    private static long untoldUnit(Text text) {
        if (text.indexOf('.') >= 0 || text.contains("e")) {
            return Numbers.scaled(text, 1_000_000);
        }
        long whole = Numbers.whole(text);
        return whole >= MILLIS_MAX ? whole / 1_000 : Numbers.scaled(text, 1_000);
    }

    private static @Nullable Text first(Draft draft, Fact one, Fact two) {
        return draft.has(one) ? draft.get(one) : draft.get(two);
    }

    private static @Nullable Text first(Draft draft, Fact one, Fact two, Fact three) {
        return draft.has(one) ? draft.get(one) : first(draft, two, three);
    }

    /// RFC 9110: a method is a token.
    private static boolean isToken(Text method) {
        if (method.length() > METHOD_BYTES_MAX || !Text.isLetter(method.at(0))) {
            return false;
        }
        for (int i = 1; i < method.length(); i++) {
            byte c = method.at(i);
            if (!Text.isLetter(c) && c != '-' && c != '_' && !Text.isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static String found(String what, Text value) {
        return what + " " + Sample.of(value, Sample.FOUND_CHARS_MAX);
    }

    private static Outcome rejected(Reason reason, String found, Draft draft) {
        return Sample.rejected(reason, found, draft.bytes, draft.from, draft.to);
    }
}
