// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.shadow.ShadowReport;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports for programs: the components of the records in snake case.
public final class CardJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CardJson() {}

    public static String of(ShadowReport report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    public static String of(ReportCard card) {
        return MAPPER.writeValueAsString(card) + "\n";
    }
}
