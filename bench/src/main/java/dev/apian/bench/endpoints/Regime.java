// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// How hard values are to tell from names: what share of the parameters has words as values.
enum Regime {
    EASY(0),
    NORMAL(0.3),
    HARD(0.7);

    private static final double INTEGER_OF_EASY = 0.6;

    /// In percent, and so are the next.
    private static final int[] WORDS = {30, 20, 35, 15};

    private static final List<Form> WORD_FORMS = List.of(Form.SLUG, Form.USERNAME, Form.WORD, Form.CHOICE);
    private static final int[] TYPED = {35, 25, 12, 8, 12, 8};
    private static final List<Form> TYPED_FORMS =
            List.of(Form.INTEGER, Form.UUID, Form.OBJECT_ID, Form.NUMBERED, Form.PREFIXED, Form.BASE64);

    private final double words;

    Regime(double words) {
        this.words = words;
    }

    static Regime named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param parameter its name: some forms show in it
    /// @param choices   whether the document lists its values
    Form draw(String parameter, boolean choices, RandomGenerator chance) {
        if (this == EASY) {
            return chance.nextDouble() < INTEGER_OF_EASY ? Form.INTEGER : Form.UUID;
        }
        if (choices) {
            return Form.CHOICE;
        }
        if (chance.nextDouble() < words) {
            return draw(WORD_FORMS, WORDS, chance);
        }
        String lower = parameter.toLowerCase(Locale.ROOT);
        boolean day = lower.endsWith("date") || lower.equals("day");
        return day ? Form.DATE : draw(TYPED_FORMS, TYPED, chance);
    }

    private static Form draw(List<Form> forms, int[] percents, RandomGenerator chance) {
        int left = chance.nextInt(100);
        for (int i = 0; i < percents.length; i++) {
            left -= percents[i];
            if (left < 0) {
                return forms.get(i);
            }
        }
        return forms.getLast();
    }
}
