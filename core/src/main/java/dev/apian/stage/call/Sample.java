// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;

/// The shape of a text without its contents: letters become `a`, digits `0`, everything beyond ASCII `a`,
/// control characters a blank. Enough to see what is wrong with a record, and nothing of a secret is left.
final class Sample {

    /// What is shown of the one value that was wrong.
    static final int FOUND_CHARS_MAX = 48;

    private Sample() {}

    static String of(Text text) {
        return of(text, Rejected.SAMPLE_CHARS_MAX);
    }

    static String of(Text text, int charsMax) {
        char[] out = new char[Math.min(charsMax, text.length())];
        for (int i = 0; i < out.length; i++) {
            out[i] = masked(text.at(i));
        }
        return new String(out);
    }

    static Rejected rejected(Reason reason, String found, byte[] bytes, int from, int to) {
        return new Rejected(reason, found, of(new Text(bytes, from, to)));
    }

    private static char masked(byte b) {
        if (b < 0 || Text.isLetter(b)) {
            return 'a';
        }
        if (Text.isDigit(b)) {
            return '0';
        }
        return b < ' ' || b == 0x7f ? ' ' : (char) b;
    }
}
