// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import java.util.List;
import java.util.Set;

/// One thing that somebody does in a story.
///
/// @param username tried at a login, empty if none
record Deed(Endpoint endpoint, String path, List<EntityRef> entities, String username) {

    private static final Set<Label> HIGH = Set.of(Label.ADMIN, Label.EXPORT, Label.SECRET);
    private static final Set<Label> MEDIUM = Set.of(Label.PAYMENT, Label.LOGIN, Label.TOKEN, Label.SELF);

    Deed(Endpoint endpoint) {
        this(endpoint, endpoint.template(), List.of(), "");
    }

    Deed at(Endpoint other) {
        return new Deed(other, other.template(), entities, username);
    }

    /// @param words method and template, `GET /v1/orders/{orderId}`
    static Endpoint endpoint(String words, Set<Label> labels) {
        int space = words.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("endpoint=" + words + ", expected method and path: GET /v1/orders");
        }
        String method = words.substring(0, space);
        Sensitivity sensitivity = labels.stream().anyMatch(HIGH::contains)
                ? Sensitivity.HIGH
                : labels.stream().anyMatch(MEDIUM::contains) || method.equals("DELETE")
                        ? Sensitivity.MEDIUM
                        : Sensitivity.LOW;
        return new Endpoint(
                Hash.of(words), method, "api.shop.example", words.substring(space + 1), sensitivity, labels);
    }
}
