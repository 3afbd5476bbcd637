// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.CloudTrailEvent.Mention;
import dev.apian.stage.call.Field.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The things a CloudTrail event is about, as fields: `instanceId`, a bucket's name, the ARN of a role or secret.
///
/// Only what names a resource by its key or is an ARN is kept; all other values are let go, secrets among them.
final class CloudTrailFields {

    private static final int ARN_PARTS = 6;

    private static final Set<String> ID_WORDS = Set.of("id", "ids", "identifier", "identifiers");

    /// Ids of the plumbing, of accounts and of credentials.
    private static final Set<String> NO_IDS = Set.of(
            "request",
            "account",
            "owner",
            "token",
            "principal",
            "access",
            "reservation",
            "correlation",
            "trace",
            "version",
            "assumed",
            "federated",
            "external",
            "password",
            "credential");

    /// What is called by its name.
    private static final Set<String> NAMED = Set.of(
            "bucket",
            "role",
            "user",
            "group",
            "function",
            "table",
            "cluster",
            "stack",
            "repository",
            "trail",
            "policy",
            "queue",
            "topic",
            "stream",
            "database",
            "snapshot",
            "instanceprofile",
            "loggroup",
            "loadbalancer",
            "autoscalinggroup",
            "document");

    /// Words that name things of many services.
    private static final Set<String> GENERIC = Set.of(
            "key",
            "api",
            "app",
            "application",
            "client",
            "device",
            "event",
            "grant",
            "message",
            "session",
            "state",
            "command",
            "resource");

    private CloudTrailFields() {}

    /// @param max most fields kept
    static List<Field> of(CloudTrailEvent event, int max) {
        String source = event.get("eventSource");
        String service = source.substring(0, Math.max(0, source.indexOf('.')));
        Set<Field> fields = new LinkedHashSet<>();
        for (Mention mention : event.mentions()) {
            Field field = fields.size() == max ? null : field(mention, service);
            if (field != null) {
                fields.add(field);
            }
        }
        return List.copyOf(fields);
    }

    private static @Nullable Field field(Mention mention, String service) {
        Place place = mention.part() == CloudTrailEvent.Part.RESPONSE ? Place.RESPONSE_BODY : Place.REQUEST_BODY;
        Text value = mention.value();
        boolean isCredential = mention.owner().toLowerCase(Locale.ROOT).contains("credential");
        if (isCredential || !isWord(value) || Secrets.isVendorKey(value) || Secrets.isJwt(value)) {
            return null;
        }
        if (value.startsWith("arn:")) {
            return ofArn(place, mention.owner(), value.string().split(":", ARN_PARTS));
        }
        boolean isInner = mention.name().equals("content"); // EC2 writes {"FlowLogId":{"tag":1,"content":"fl-1"}}
        String name = fieldName(Words.of(isInner ? mention.owner() : mention.name()), service);
        boolean fits = value.length() <= Field.VALUE_CHARS_MAX;
        return name.isEmpty() || !fits ? null : new Field(place, mention.owner(), name, value.string());
    }

    /// `arn:partition:service:region:account:resource`, where resource is `type/id`, `type:id` or `id`.
    private static @Nullable Field ofArn(Place place, String owner, String[] arn) {
        if (arn.length < ARN_PARTS || arn[2].equals("sts")) {
            return null;
        }
        String resource = arn[5];
        int slash = resource.indexOf('/');
        int colon = resource.indexOf(':');
        int cut = slash < 0 ? colon : colon < 0 ? slash : Math.min(slash, colon);
        if (arn[2].equals("s3")) {
            return named(place, owner, "bucketId", slash < 0 ? resource : resource.substring(0, slash));
        }
        String type = cut < 0 ? arn[2] : resource.substring(0, cut);
        boolean isPlain = arn[2].equals("ec2") && cut >= 0;
        String name = camel(Words.of(type), arn[2]);
        return named(place, owner, name, isPlain ? resource.substring(cut + 1) : String.join(":", arn));
    }

    private static @Nullable Field named(Place place, String owner, String name, String value) {
        boolean fits = !value.isEmpty() && !value.contains("*") && value.length() <= Field.VALUE_CHARS_MAX;
        return fits ? new Field(place, owner, name, value) : null;
    }

    /// The name of a field for a key, empty if it names no resource.
    private static String fieldName(List<String> words, String service) {
        if (words.size() < 2) {
            return "";
        }
        List<String> stem = words.subList(0, words.size() - 1);
        String last = words.getLast();
        if (ID_WORDS.contains(last)) {
            return stem.stream().anyMatch(NO_IDS::contains) ? "" : camel(stem, service);
        }
        return last.equals("name") && NAMED.contains(String.join("", stem)) ? camel(stem, service) : "";
    }

    private static String camel(List<String> words, String service) {
        StringBuilder name = new StringBuilder(32);
        if (words.size() == 1 && GENERIC.contains(words.getFirst())) {
            name.append(service.replace("-", ""));
        }
        for (String word : words) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.append("Id").toString();
    }

    private static boolean isWord(Text value) {
        for (int i = 0; i < value.length(); i++) {
            byte c = value.at(i);
            if ((c >= 0 && c <= ' ') || c == 0x7f) {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
