// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.endpoint.Templates;

/// What is in force for the steps keyed by actor during one tick.
public record Knowledge(Population population, Templates templates) {

    public static final Knowledge NONE = new Knowledge(Population.UNKNOWN, Templates.NONE);
}
