// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.util.List;

/// One call with what the simulator knows of it. Rivals get the true actor and the true endpoint, which no
/// product has: that is a gift in their favour.
///
/// @param micros event time, microseconds
/// @param actor the true actor
/// @param kind `person`, `partner`, `gateway`, `crawler`, `monitor`, `anonymous`
/// @param endpoint method and template, for example `GET /v1/orders/{order}`
/// @param entities what path and query name, as `order 1001`
/// @param latitude degrees of the place of the address
/// @param responseBytes size of the answer
/// @param attack id of the attack that the call belongs to, or empty. Rivals must not read it; the shortcut audit does
public record TrueCall(
        long micros,
        String actor,
        String kind,
        String endpoint,
        List<String> entities,
        int status,
        String address,
        String country,
        double latitude,
        double longitude,
        int autonomousSystem,
        String userAgent,
        long responseBytes,
        String attack) {}
