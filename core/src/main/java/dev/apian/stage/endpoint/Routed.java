// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Call;
import java.util.List;

/// A call with its endpoint, and the values at the variable parts of its path.
public record Routed(Call call, Endpoint endpoint, List<PathParameter> parameters) {

    /// @param name  as in the template, `orderId`
    /// @param owner the nearest literal segment before it, `orders`; empty if none
    public record PathParameter(String name, String owner, String value) {}
}
