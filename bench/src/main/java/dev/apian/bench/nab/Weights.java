// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

/// What a find, a false alarm and a miss count for, as the benchmark's `config/profiles.json` has it.
enum Weights {
    STANDARD(1, 0.11, 1),
    LOW_FALSE_ALARMS(1, 0.22, 1),
    LOW_MISSES(1, 0.11, 2);

    final double find;
    final double falseAlarm;
    final double miss;

    Weights(double find, double falseAlarm, double miss) {
        this.find = find;
        this.falseAlarm = falseAlarm;
        this.miss = miss;
    }
}
