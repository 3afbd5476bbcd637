// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The questions that come with the product, from `hunt/examples.yaml`.
final class Examples {

    /// @param id begins with `example-`, as no saved query's does
    record Example(String id, String name, String description, String sql) {}

    private Examples() {}

    static List<Example> load() throws IOException {
        try (InputStream in = Examples.class.getResourceAsStream("/hunt/examples.yaml")) {
            if (in == null) {
                throw new IOException("hunt/examples.yaml is not on the class path");
            }
            List<Example> examples = new ArrayList<>();
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            for (Object item : (List<?>) read) {
                Map<?, ?> members = (Map<?, ?>) item;
                examples.add(new Example(
                        "example-" + members.get("id"),
                        String.valueOf(members.get("name")),
                        String.valueOf(members.get("description")),
                        String.valueOf(members.get("sql")).strip()));
            }
            return List.copyOf(examples);
        }
    }
}
