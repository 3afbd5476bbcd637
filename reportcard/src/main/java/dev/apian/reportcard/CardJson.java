// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.score.ReportCard;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The report card for programs: the components of [ReportCard] in snake case.
public final class CardJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CardJson() {}

    public static String of(ReportCard card) {
        return MAPPER.writeValueAsString(card) + "\n";
    }
}
