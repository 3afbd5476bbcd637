// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one CloudTrail event says of its sender and of the things it is about, as text by path. Whether the event is
/// well-formed is for [JsonRecord] to say; this reads what is there.
final class CloudTrailEvent implements JsonWalk.Visitor<CloudTrailEvent.Spot> {

    /// Which part of the event a value stands in.
    enum Part {
        TOP,
        IDENTITY,
        REQUEST,
        RESPONSE,
        RESOURCES,
        OTHER
    }

    /// A key in the event.
    ///
    /// @param path from the top, `userIdentity.type`; empty at the top itself
    record Spot(Part part, String path, String name) {}

    /// A value in request, response or resources under a key that is not known here.
    record Mention(Part part, String owner, String name, Text value) {}

    /// Longer values are not looked at.
    static final int VALUE_BYTES_MAX = 2_048;

    /// More values of one event are not looked at.
    static final int MENTIONS_MAX = 4_096;

    private static final int PATH_CHARS_MAX = 256;
    private static final Spot ROOT = new Spot(Part.TOP, "", "");
    private static final Remembered<String> NAMES = new Remembered<>(2_048, Text::string);

    /// Values that are read by name.
    private static final Set<String> KNOWN = Set.of(
            "eventName",
            "eventSource",
            "errorCode",
            "errorMessage",
            "readOnly",
            "userIdentity.type",
            "userIdentity.arn",
            "userIdentity.principalId",
            "userIdentity.accountId",
            "userIdentity.accessKeyId",
            "userIdentity.userName",
            "userIdentity.identityProvider",
            "userIdentity.invokedBy",
            "userIdentity.onBehalfOf.userId",
            "userIdentity.onBehalfOf.identityStoreArn",
            "userIdentity.sessionContext.ec2RoleDelivery",
            "userIdentity.sessionContext.sessionIssuer.arn",
            "userIdentity.sessionContext.sessionIssuer.userName",
            "requestParameters.durationSeconds",
            "responseElements.ConsoleLogin",
            "responseElements.credentials.accessKeyId",
            "responseElements.accessKey.accessKeyId",
            "responseElements.assumedRoleUser.arn",
            "responseElements.assumedRoleUser.assumedRoleId");

    private final Map<String, String> known = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();

    private CloudTrailEvent() {}

    static CloudTrailEvent of(Text record) {
        CloudTrailEvent event = new CloudTrailEvent();
        JsonWalk.over(record, ROOT, event);
        return event;
    }

    /// The value at a path that is read by name, empty if the event has none. Of two the first counts.
    String get(String path) {
        return known.getOrDefault(path, "");
    }

    /// What else stands in request, response and resources, in the order of the event.
    List<Mention> mentions() {
        return mentions;
    }

    @Override
    public Spot key(Spot owner, byte[] bytes, int from, int to) {
        String name = to - from > Name.NAME_BYTES_MAX ? "" : NAMES.of(bytes, from, to);
        boolean isLong = owner.path.length() + name.length() >= PATH_CHARS_MAX;
        String path = owner.path.isEmpty() ? name : isLong ? owner.path : owner.path + "." + name;
        return new Spot(owner.part == Part.TOP ? part(name) : owner.part, path, name);
    }

    private static Part part(String name) {
        return switch (name) {
            case "userIdentity" -> Part.IDENTITY;
            case "requestParameters" -> Part.REQUEST;
            case "responseElements" -> Part.RESPONSE;
            case "resources" -> Part.RESOURCES;
            default -> Part.OTHER;
        };
    }

    @Override
    public Spot inside(Spot key, boolean isArray) {
        return key;
    }

    @Override
    public boolean meets(Spot key, Body.Type type, byte[] bytes, int from, int to, boolean escaped) {
        if (type == Body.Type.BOOLEAN && key.path.equals("readOnly")) {
            boolean isTrue = new Text(bytes, 0, from).endsWith("true");
            known.putIfAbsent(key.path, Boolean.toString(isTrue));
        }
        return from < to && to - from <= VALUE_BYTES_MAX;
    }

    @Override
    public void scalar(Spot key, Spot owner, Text value, boolean quoted) {
        if (KNOWN.contains(key.path)) {
            known.putIfAbsent(key.path, value.trim().string());
            return;
        }
        switch (key.part) {
            case REQUEST, RESPONSE, RESOURCES -> {
                if (mentions.size() < MENTIONS_MAX) {
                    mentions.add(new Mention(key.part, owner.name, key.name, value));
                }
            }
            case TOP, IDENTITY, OTHER -> {}
        }
    }
}
