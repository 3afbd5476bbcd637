// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import java.util.ArrayList;
import java.util.List;

/// How much is known of where calls come from, and what cannot be found without it.
///
/// @param calls     seen with an address
/// @param placed    of them, with a position
/// @param operators of them, with the number or name of the network's operator
/// @param kinds     of them, whose kind of network a database or the record told
public record Coverage(long calls, long placed, long operators, long kinds) {

    private static final String HELP = "; see docs/how-to/addresses.md";

    /// What to say before anything was seen, where there are no address databases at all.
    public static List<String> warningsWithoutFiles() {
        return List.of("no address databases: only records that say where they come from have a place" + HELP);
    }

    /// What cannot work with what was seen; empty if all can.
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (calls > 0 && placed == 0) {
            warnings.add("no address has a place: impossible-travel sees nothing" + HELP);
        }
        if (calls > 0 && operators == 0) {
            warnings.add("no address has an operator: VPNs, mobile networks and hosting are not told apart,"
                    + " and new-deployment sees a place in every network" + HELP);
        } else if (calls > 0 && kinds == 0) {
            warnings.add("kinds of networks are guessed from well-known operators: most VPNs look like homes" + HELP);
        }
        return warnings;
    }
}
