// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.util.Locale;

/// English plurals of resource names. Wrong for rare ones, but the same way each time, which is what naming
/// needs.
public final class Plural {

    private Plural() {}

    /// `orders` to `order`, `companies` to `company`, `boxes` to `box`; what is no plural stays as it is.
    public static String singular(String plural) {
        String lower = plural.toLowerCase(Locale.ROOT);
        int length = plural.length();
        if (lower.endsWith("ies") && length > 4) {
            return plural.substring(0, length - 3) + "y";
        }
        if (lower.endsWith("sses") || lower.endsWith("shes") || lower.endsWith("ches") || lower.endsWith("xes")) {
            return plural.substring(0, length - 2);
        }
        boolean isPlural = lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us") && length > 2;
        return isPlural ? plural.substring(0, length - 1) : plural;
    }
}
