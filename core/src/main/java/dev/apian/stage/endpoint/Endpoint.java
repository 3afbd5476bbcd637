// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import java.util.Set;

/// One operation of the watched API: host, method and path with its variable parts named.
///
/// @param id       hash of host, method and the template's shape; never changes meaning
/// @param template `/v1/orders/{orderId}`
public record Endpoint(
        long id, String method, String host, String template, Sensitivity sensitivity, Set<Label> labels) {

    /// How much harm misuse of an endpoint can do.
    public enum Sensitivity {
        LOW,
        MEDIUM,
        HIGH
    }

    public Endpoint {
        labels = Set.copyOf(labels);
    }

    public boolean is(Label label) {
        return labels.contains(label);
    }

    /// The id as text, for tables and links.
    public String text() {
        return Hash.text(id);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
