// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call with its endpoint and entities.
///
/// @param touched what the request names, and what it created; the entity the endpoint is about comes first
/// @param shown   what the response names
/// @param created the one of `touched` that did not exist before the call, if any
public record Touched(
        Call call,
        Endpoint endpoint,
        List<EntityRef> touched,
        List<EntityRef> shown,
        @Nullable EntityRef created) {

    /// A call that created nothing.
    public Touched(Call call, Endpoint endpoint, List<EntityRef> touched, List<EntityRef> shown) {
        this(call, endpoint, touched, shown, null);
    }
}
