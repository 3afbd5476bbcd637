// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static java.util.Collections.unmodifiableMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One operation of a document.
///
/// @param hosts      where it is served; empty for any host
/// @param template   with what all paths of its servers begin with: `/v1/orders/{id}`
/// @param parameters names of query parameters, and whether they are required; [#ANY_PARAMETER] if there may be others
/// @param statuses   of its answers: `200`, `4XX`, `default`
/// @param response   of calls that are served
public record Operation(
        Set<String> hosts,
        String method,
        String template,
        String operationId,
        boolean deprecated,
        Map<String, Boolean> parameters,
        Set<String> statuses,
        DeclaredBody request,
        DeclaredBody response) {

    public static final String ANY_PARAMETER = "*";

    public Operation {
        hosts = Set.copyOf(hosts);
        parameters = unmodifiableMap(new LinkedHashMap<>(parameters));
        statuses = Set.copyOf(statuses);
    }

    boolean covers(String host) {
        return hosts.isEmpty() || hosts.contains(host);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
