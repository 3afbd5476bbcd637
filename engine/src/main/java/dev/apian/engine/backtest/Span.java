// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Which days of stored calls are judged again: those asked about, and before them as many as there are to learn from.
/// Days are counted from 1970 in UTC.
///
/// @param learnFrom the first day that is read
/// @param from      the first day that counts
/// @param last      the last one
/// @param calls     by day, of all days that are read
/// @param cut       days asked about that are left out, since all calls together would be too many
public record Span(long learnFrom, long from, long last, NavigableMap<Long, Long> calls, int cut) {

    /// The days asked about.
    public static final int DAYS = 30;

    /// Before them, the histories of a month teach what is usual.
    public static final int LEARNING_DAYS_MAX = 28;

    /// @param stored   calls by day, as far as there are any
    /// @param last     the last day
    /// @param callsMax more are not read; the earliest days are left out
    static Span of(NavigableMap<Long, Long> stored, long last, long callsMax) {
        long asked = last - DAYS + 1;
        long earliest = asked - LEARNING_DAYS_MAX;
        NavigableMap<Long, Long> within = stored.subMap(earliest, true, last, true);
        NavigableMap<Long, Long> read = new TreeMap<>();
        long sum = 0;
        long first = last;
        for (long day = last; day >= earliest; day--) {
            sum += within.getOrDefault(day, 0L);
            if (sum > callsMax && day < last) {
                break;
            }
            read.put(day, within.getOrDefault(day, 0L));
            first = day;
        }
        long begin = within.isEmpty() ? last : Math.max(first, within.firstKey());
        long from = Math.max(asked, begin);
        boolean isCut = sum > callsMax && first > asked;
        return new Span(begin, from, last, read.tailMap(begin, true), isCut ? (int) (first - asked) : 0);
    }

    long total() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Days that are only learned from.
    public int learningDays() {
        return (int) (from - learnFrom);
    }

    /// The days that count.
    public List<Long> days() {
        List<Long> days = new ArrayList<>(DAYS);
        for (long day = from; day <= last; day++) {
            days.add(day);
        }
        return days;
    }
}
