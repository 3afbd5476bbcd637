// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Plural;

/// What speaks for or against one name being a value, as numbers: the features of a logistic regression whose
/// [Weights] were fitted by `bench/endpoints`.
final class Evidence {

    static final int BIAS = 0;
    static final int SPECIFIC_SHAPE = 1;
    static final int HAS_SPECIFIC_SHAPE = 2;
    static final int GENERIC_SHAPE = 3;
    static final int BELOW = 4;
    static final int OWN_SHAPE = 5;
    static final int NO_BODY = 6;
    static final int ECHOED = 7;
    static final int ECHOED_ALIKE = 8;
    static final int ONLY_SIBLINGS_ECHOED = 9;
    static final int HAS_VARIABLE = 10;
    static final int FITS_VARIABLE = 11;
    static final int UNFIT_FOR_VARIABLE = 12;
    static final int SPREAD = 13;
    static final int ONE_SENDER = 14;
    static final int MANY_SENDERS = 15;
    static final int SPREAD_OF_SIBLINGS = 16;
    static final int ONCE = 17;
    static final int ONCE_OF_MANY = 18;
    static final int SIBLINGS = 19;
    static final int HEAVIER = 20;
    static final int CALLED_ONCE = 21;
    static final int API_WORD = 22;
    static final int API_VERB = 23;
    static final int HAS_DIGIT = 24;
    static final int HAS_MARK = 25;
    static final int MANY_WORDS = 26;
    static final int CAPITAL = 27;
    static final int CAMEL = 28;
    static final int PLURAL = 29;
    static final int LENGTH = 30;
    static final int AFTER_PLURAL = 31;
    static final int AFTER_VARIABLE = 32;
    static final int AT_ROOT = 33;
    static final int AFTER_VERSION = 34;
    static final int BESIDE_API_WORDS = 35;
    static final int FITS_SPECIFICALLY = 36;
    static final int NO_API_WORD_BESIDE_VARIABLE = 37;
    static final int LIGHTER_THAN_VARIABLE = 38;
    static final int VARIABLE_IS_OPEN = 39;
    static final int FITS_BELOW = 40;
    static final int AFTER_VERB = 41;
    static final int VALUES_OF_VARIABLE = 42;
    static final int NAMES_BESIDE_VARIABLE = 43;
    static final int FITS_ONE_OF_MANY = 44;
    static final int FEATURES = 45;

    private final double[] values = new double[FEATURES];

    double[] values() {
        return values;
    }

    void set(int feature, double value) {
        values[feature] = value;
    }

    void set(int feature, boolean holds) {
        values[feature] = holds ? 1 : 0;
    }

    /// What the text itself and its surroundings say.
    static void words(Evidence evidence, String text, Place above) {
        int digits = 0;
        int marks = 0;
        int breaks = 0;
        int humps = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            marks += c == '.' || c == '@' || c == '%' || c == '+' || c == ',' ? 1 : 0;
            breaks += c == '-' || c == '_' ? 1 : 0;
            humps += i > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1)) ? 1 : 0;
        }
        evidence.set(API_WORD, ApiWords.share(text));
        evidence.set(API_VERB, ApiWords.beginsWithVerb(text));
        evidence.set(HAS_DIGIT, digits > 0);
        evidence.set(HAS_MARK, marks > 0);
        evidence.set(MANY_WORDS, breaks > 1);
        evidence.set(CAPITAL, !text.isEmpty() && Character.isUpperCase(text.charAt(0)));
        evidence.set(CAMEL, humps > 0 && digits == 0);
        evidence.set(PLURAL, digits == 0 && isPlural(text));
        evidence.set(LENGTH, Math.min(40, text.length()) / 10.0);
        boolean root = above.above == null;
        evidence.set(AFTER_PLURAL, !above.isVariable() && !root && isPlural(above.text));
        evidence.set(AFTER_VERB, !above.isVariable() && ApiWords.beginsWithVerb(above.text));
        evidence.set(AFTER_VARIABLE, above.isVariable());
        evidence.set(AT_ROOT, root);
        evidence.set(AFTER_VERSION, !root && !above.isVariable() && Words.isVersion(above.text));
    }

    static boolean isPlural(String text) {
        return !Plural.singular(text).equals(text);
    }
}
