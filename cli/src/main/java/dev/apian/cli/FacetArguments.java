// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.util.Map;
import picocli.CommandLine.Parameters;

/// A facet and the actor that a correction ties it to or takes it from.
final class FacetArguments {

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "Kind of facet, as show lists it: api_key, subject, ...")
    private String kind;

    @Parameters(index = "1", paramLabel = "VALUE", description = "The facet, as show lists it.")
    private String value;

    @Parameters(index = "2", paramLabel = "ACTOR", description = "Id of the actor: a-...")
    private String actor;

    /// By name, as rulings have them.
    Map<String, String> members() {
        return Map.of("type", kind, "value", value, "actor", actor);
    }
}
