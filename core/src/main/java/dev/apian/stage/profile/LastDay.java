// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/// What each credential of one actor called in the last 24 hours, hour by hour, so that it can be taken out of the
/// actor's rates when a person says that the credential is not this actor's.
final class LastDay implements State {

    /// Credentials; the one unused for longest makes room.
    static final int CREDENTIALS_MAX = 4;

    /// Endpoints of one credential; the one unused for longest makes room.
    static final int ENDPOINTS_MAX = 32;

    static final long HOUR_MICROS = Duration.ofHours(1).toMillis() * 1_000;
    static final int HOURS = 24;

    /// By credential, then by endpoint; used last, stands last.
    private final SequencedMap<Long, SequencedMap<Long, HourCounts>> credentials = new LinkedHashMap<>();

    void take(long credential, long endpoint, long micros) {
        latest(
                        latest(credentials, credential, CREDENTIALS_MAX, LinkedHashMap::new),
                        endpoint,
                        ENDPOINTS_MAX,
                        HourCounts::new)
                .add(Math.floorDiv(micros, HOUR_MICROS), 1);
    }

    /// What stands under a key, fresh if nothing does, and last from now on; mostly it is last already.
    private static <V> V latest(SequencedMap<Long, V> map, long key, int max, Supplier<V> fresh) {
        Map.Entry<Long, V> last = map.lastEntry();
        if (last != null && last.getKey() == key) {
            return last.getValue();
        }
        V value = map.remove(key);
        if (value == null) {
            makeRoom(map, max);
            value = fresh.get();
        }
        map.putLast(key, value);
        return value;
    }

    /// Takes a credential out.
    ///
    /// @return its calls by endpoint, then by hour since the epoch, in order
    NavigableMap<Long, NavigableMap<Long, Integer>> remove(long credential, long micros) {
        NavigableMap<Long, NavigableMap<Long, Integer>> calls = new TreeMap<>();
        SequencedMap<Long, HourCounts> endpoints = credentials.remove(credential);
        if (endpoints != null) {
            long oldest = Math.floorDiv(micros, HOUR_MICROS) - HOURS;
            endpoints.forEach((endpoint, counts) -> calls.put(endpoint, counts.since(oldest)));
        }
        return calls;
    }

    /// Gives a credential calls that [#remove] took from another.
    void put(long credential, Map<Long, NavigableMap<Long, Integer>> calls) {
        if (!calls.isEmpty()) {
            makeRoom(credentials, CREDENTIALS_MAX);
            SequencedMap<Long, HourCounts> endpoints = new LinkedHashMap<>();
            calls.forEach((endpoint, hours) -> {
                HourCounts counts = new HourCounts();
                hours.forEach(counts::add);
                endpoints.put(endpoint, counts);
            });
            credentials.putLast(credential, endpoints);
        }
    }

    /// Calls to an endpoint by all credentials here in these hours, the last not among them.
    int calls(long endpoint, long fromHour, long untilHour) {
        int sum = 0;
        for (SequencedMap<Long, HourCounts> endpoints : credentials.values()) {
            HourCounts counts = endpoints.get(endpoint);
            sum += counts == null ? 0 : counts.between(fromHour, untilHour);
        }
        return sum;
    }

    /// Endpoints merged: theirs are the counts of what they are now.
    void follow(LongUnaryOperator current) {
        for (SequencedMap<Long, HourCounts> endpoints : credentials.values()) {
            SequencedMap<Long, HourCounts> before = new LinkedHashMap<>(endpoints);
            endpoints.clear();
            before.forEach((id, counts) -> endpoints.merge(current.applyAsLong(id), counts, HourCounts::plus));
        }
    }

    /// Another actor's credentials come to this one; those used last stay.
    void addAll(LastDay other) {
        Map<Long, SequencedMap<Long, HourCounts>> all = new TreeMap<>(other.credentials);
        all.putAll(credentials);
        credentials.clear();
        all.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> lastHour(entry.getValue())))
                .skip(Math.max(0, all.size() - CREDENTIALS_MAX))
                .forEachOrdered(entry -> credentials.putLast(entry.getKey(), entry.getValue()));
    }

    private static long lastHour(SequencedMap<Long, HourCounts> endpoints) {
        return endpoints.values().stream().mapToLong(HourCounts::last).max().orElse(Long.MIN_VALUE);
    }

    private static void makeRoom(SequencedMap<Long, ?> map, int max) {
        if (map.size() == max) {
            map.pollFirstEntry();
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeByte(credentials.size());
        for (Map.Entry<Long, SequencedMap<Long, HourCounts>> credential : credentials.entrySet()) {
            out.writeLong(credential.getKey());
            out.writeByte(credential.getValue().size());
            for (Map.Entry<Long, HourCounts> endpoint : credential.getValue().entrySet()) {
                out.writeLong(endpoint.getKey());
                endpoint.getValue().save(out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        credentials.clear();
        for (int left = in.readByte(); left > 0; left--) {
            long credential = in.readLong();
            SequencedMap<Long, HourCounts> endpoints = new LinkedHashMap<>();
            for (int more = in.readByte(); more > 0; more--) {
                endpoints.put(in.readLong(), HourCounts.read(in));
            }
            credentials.put(credential, endpoints);
        }
    }
}
