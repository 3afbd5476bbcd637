// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.List;

/// What a detection tells people about itself. The console shows it, alerts quote it, and the docs page is made
/// from it.
///
/// @param id       the file's or class's name in kebab-case; never changes
/// @param title    one line, the consumer as its subject: `Walks through object ids`
/// @param question what the analyst should ask
/// @param matters  why it matters, a sentence
public record Card(
        String id,
        String title,
        String question,
        String matters,
        Family family,
        Severity severity,
        List<String> nextSteps,
        List<String> falsePositives,
        List<String> blindSpots) {

    public enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }

    /// Which evidence a detection looks at. Two signals of one family may be the same fact seen twice.
    public enum Family {
        /// Who is behind a credential: places, networks, devices.
        CREDENTIAL,
        /// Which entities are seen.
        ENTITY,
        /// Which endpoints are used.
        PERMISSION,
        /// How much is done.
        VOLUME,
        /// What is tried and refused.
        REFUSAL
    }

    public Card {
        if (nextSteps.isEmpty() || falsePositives.isEmpty() || blindSpots.isEmpty()) {
            throw new IllegalArgumentException(
                    "card of " + id + " must name at least one next step, one false positive and one blind spot");
        }
        nextSteps = List.copyOf(nextSteps);
        falsePositives = List.copyOf(falsePositives);
        blindSpots = List.copyOf(blindSpots);
    }
}
