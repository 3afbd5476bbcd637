// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.stage.signal.Card;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the detections say about themselves.
final class Scenarios {

    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();

    Scenarios(List<Card> cards) {
        ArrayNode items = answer.putArray("items");
        cards.stream().sorted(Comparator.comparing(Card::id)).forEach(card -> items.add(json(card)));
    }

    ObjectNode list(Parameters asked) {
        asked.allowOnly();
        return answer;
    }

    private static ObjectNode json(Card card) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", card.id()).put("title", card.title()).put("question", card.question());
        out.put("severity", card.severity().name().toLowerCase(Locale.ROOT));
        putTexts(out, "next_steps", card.nextSteps());
        putTexts(out, "false_positives", card.falsePositives());
        putTexts(out, "blind_spots", card.blindSpots());
        return out;
    }

    private static void putTexts(ObjectNode out, String member, List<String> texts) {
        ArrayNode array = out.putArray(member);
        texts.forEach(array::add);
    }
}
