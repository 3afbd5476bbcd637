// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A customer counts through numbers, takes what is there and gets beyond the last one. With stealth in blocks, each
/// in an order of its own.
final class IdWalk extends Insider {

    private static final int BEYOND_THE_LAST = 40;
    private static final int BLOCK = 12;

    private final int count;
    private final List<Integer> numbers = new ArrayList<>();

    IdWalk(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        count = brief.tactics().count(260, 20);
    }

    @Override
    Exchange strike(long at) {
        if (numbers.isEmpty()) {
            plan();
        }
        return loot().numbered(numbers.get(strikes()), at);
    }

    private void plan() {
        int beyond = Math.min(BEYOND_THE_LAST, count / 6);
        int first = Math.max(loot().numbersStart(), loot().numbersEnd() + beyond - count);
        for (int i = 0; i < count; i++) {
            numbers.add(first + i);
        }
        if (!tactics().isLoud()) {
            for (int from = 0; from < count; from += BLOCK) {
                List<Integer> block = numbers.subList(from, Math.min(count, from + BLOCK));
                for (int i = block.size() - 1; i > 0; i--) {
                    Collections.swap(block, i, chance().below(i + 1));
                }
            }
        }
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= count ? Micros.NEVER : at + gap(tactics().stretch(8 * Micros.MINUTE), count);
    }

    @Override
    String story() {
        return "%s counted through %d numbers, most of them of other companies and answered."
                .formatted(account().email(), strikes());
    }
}
