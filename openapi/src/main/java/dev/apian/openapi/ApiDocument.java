// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.endpoint.Correction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An OpenAPI 3.0 or 3.1 or a Swagger 2.0 document, as far as it can be held against traffic.
///
/// @param name       what it is called here; other documents have other names
/// @param version    its own, as `info` tells it
/// @param operations no two alike in method, template and hosts
/// @param notes      what could not be used, in words
public record ApiDocument(String name, String title, String version, List<Operation> operations, List<String> notes) {

    public static final int CHARACTERS_MAX = 30_000_000;
    public static final int OPERATIONS_MAX = 20_000;

    public ApiDocument {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
    }

    /// Reads JSON or YAML. References that lead out of the text are not followed; what they stand for is open.
    ///
    /// @throws DocumentException with all that is wrong, if nothing can be made of it
    public static ApiDocument read(String name, String text) throws DocumentException {
        return Reading.of(name, text);
    }

    /// The same document, served at one host only, whatever it says itself.
    public ApiDocument at(String host) {
        Map<String, Operation> moved = new LinkedHashMap<>();
        for (Operation operation : operations) {
            Operation there = Reading.at(operation, Set.of(host.toLowerCase(Locale.ROOT)));
            moved.putIfAbsent(there.toString(), there);
        }
        return new ApiDocument(name, title, version, List.copyOf(moved.values()), notes);
    }

    /// Where it is served; empty for any host.
    public Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        for (Operation operation : operations) {
            if (operation.hosts().isEmpty()) {
                return Set.of();
            }
            hosts.addAll(operation.hosts());
        }
        return hosts;
    }

    /// Its routes, for the templates to obey.
    public List<Correction.Pin> corrections() {
        List<Correction.Pin> pins = new ArrayList<>();
        for (Operation operation : operations) {
            Set<String> hosts = operation.hosts().isEmpty() ? Set.of("") : operation.hosts();
            hosts.stream()
                    .sorted()
                    .forEach(
                            host -> pins.add(new Correction.Pin(operation.method(), host, operation.template(), name)));
        }
        return pins;
    }
}
