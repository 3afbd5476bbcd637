// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads events of AWS CloudTrail, one JSON object a record ("CloudTrail record contents", AWS documentation).
///
/// An event names an operation of a service, not a method and a path: it becomes `GET /s3/GetObject` if it only reads
/// and `POST /s3/PutObject` otherwise. Its time is told to the second, so [#micros] puts who was given a key before
/// who uses it.
public final class CloudTrailReader implements CallReader {

    private static final FieldNames NAMES = names();
    private static final Pattern SERVICE = Pattern.compile("([a-z][a-z0-9-]{0,62})\\.[a-z0-9.-]{1,190}");
    /// Lambda appends the version of its API: `UpdateFunctionCode20150331v2`.
    private static final Pattern OPERATION = Pattern.compile("([A-Za-z][\\w:.-]{0,127}?)(?:20\\d{6}(?:v\\d)?)?");

    private static final Pattern READS = Pattern.compile("(Get|List|Describe|Head|BatchGet|Lookup|Search|Select).*");

    private final JsonReader reader;
    private final CloudTrailIdentity identity;
    private final Limits limits;

    public CloudTrailReader(ReaderSettings settings) {
        this.reader = new JsonReader(NAMES, settings);
        this.identity = new CloudTrailIdentity(settings);
        this.limits = settings.limits();
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        if (to - from > limits.recordBytes()) {
            return reader.read(bytes, from, to);
        }
        CloudTrailEvent event = CloudTrailEvent.of(new Text(bytes, from, to));
        String path = path(event);
        if (path == null) {
            return reader.read(bytes, from, to);
        }
        int status = CloudTrailStatus.of(event);
        byte[] told = (method(event) + path + status).getBytes(UTF_8);
        int length = to - from;
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), length + told.length);
        System.arraycopy(told, 0, both, length, told.length);
        int pathFrom = length + method(event).length();
        int pathTo = pathFrom + path.length();
        Outcome outcome = reader.read(both, 0, length, draft -> {
            draft.put(Fact.METHOD, length, pathFrom, Draft.PLAIN);
            draft.put(Fact.PATH, pathFrom, pathTo, Draft.PLAIN);
            draft.put(Fact.ROUTE, pathFrom, pathTo, Draft.PLAIN);
            draft.put(Fact.STATUS, pathTo, both.length, Draft.LITERAL);
        });
        return switch (outcome) {
            case Accepted accepted -> new Accepted(call(accepted.call(), event));
            case Rejected rejected -> rejected;
        };
    }

    /// The call with the facets and fields that the event means. What the keys of an API's own bodies would mean is
    /// another matter: here `accessKeyId` in a request is a key that is spoken of, not one that is presented.
    private Call call(Call read, CloudTrailEvent event) {
        Harvest harvest = identity.of(event, read);
        Content content = read.content();
        String account = event.get("userIdentity.accountId");
        String role = identity.role(event);
        return new Call(
                read.id(),
                micros(read.micros(), event),
                read.method(),
                read.host(),
                read.path(),
                read.route(),
                read.status(),
                read.origin(),
                read.userAgent(),
                read.device(),
                read.organization() == null && !account.isEmpty() ? account : read.organization(),
                role.isEmpty() ? List.of() : List.of(role),
                harvest.presented(),
                harvest.granted(),
                CloudTrailFields.of(event, limits.fields()),
                new Content(content.request(), content.response(), "", List.of(), List.of(), content.echoes()),
                read.responseSeen(),
                -1,
                -1,
                -1);
    }

    /// Within one second what hands out keys comes first, and a session that hands out another comes before one that
    /// only uses its key. The copy of a hand-out that the other account got comes before the caller's own, which
    /// knows better who it was.
    private static long micros(long second, CloudTrailEvent event) {
        boolean inSession = CloudTrailIdentity.isTemporary(event.get("userIdentity.accessKeyId"));
        if (!event.get("responseElements.credentials.accessKeyId").isEmpty()) {
            boolean copy = event.get("userIdentity.type").equals("AWSAccount");
            return copy ? second : second + (inSession ? 2 : 1);
        }
        return inSession ? second + 3 : second;
    }

    private static String method(CloudTrailEvent event) {
        String readOnly = event.get("readOnly");
        boolean reads =
                readOnly.isEmpty() ? READS.matcher(event.get("eventName")).matches() : readOnly.equals("true");
        return reads ? "GET" : "POST";
    }

    /// Null if the record names no operation.
    private static @Nullable String path(CloudTrailEvent event) {
        Matcher service = SERVICE.matcher(event.get("eventSource"));
        Matcher operation = OPERATION.matcher(event.get("eventName"));
        return service.matches() && operation.matches() ? "/" + service.group(1) + "/" + operation.group(1) : null;
    }

    private static FieldNames names() {
        Map<String, Fact> names = new LinkedHashMap<>();
        names.put("eventTime", Fact.TIMESTAMP);
        names.put("eventID", Fact.EVENT_ID);
        names.put("eventSource", Fact.HOST);
        names.put("sourceIPAddress", Fact.CLIENT_ADDRESS);
        names.put("userAgent", Fact.USER_AGENT);
        names.put("recipientAccountId", Fact.ORGANIZATION);
        names.put("requestParameters", Fact.REQUEST_BODY);
        names.put("responseElements", Fact.RESPONSE_BODY);
        return FieldNames.of(names, "");
    }
}
