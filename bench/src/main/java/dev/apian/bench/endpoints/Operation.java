// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation that a document declares.
///
/// @param choices  for each parameter of the path its enumeration, empty if it has none
/// @param status   when all is well
/// @param request  nothing if it takes no body
/// @param response nothing if the document does not tell
record Operation(
        String method,
        Template template,
        List<List<String>> choices,
        int status,
        @Nullable Blueprint request,
        @Nullable Blueprint response) {

    Operation {
        choices = List.copyOf(choices);
        if (choices.size() != template.names().size()) {
            throw new IllegalArgumentException("found " + choices.size() + " enumerations for " + template);
        }
    }

    /// Two operations of one group cannot be told apart by method and path.
    String group() {
        return method + " " + template.shape();
    }
}
