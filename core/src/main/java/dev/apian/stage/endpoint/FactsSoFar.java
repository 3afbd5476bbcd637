// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Body;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.DataClass;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Facts.Bodies;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// [Facts] while they add up.
final class FactsSoFar {

    private static final int STATUSES_MAX = 64;

    private long calls;
    private long served;
    private long anonymous;

    /// Answers with a structure, whether or not its keys travelled with the call.
    private long structured;

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long unlisted;
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, Long> parameters = new TreeMap<>();
    private final EnumMap<DataClass, Long> requestData = new EnumMap<>(DataClass.class);
    private final EnumMap<DataClass, Long> responseData = new EnumMap<>(DataClass.class);
    private final BodiesSoFar request = new BodiesSoFar();
    private final BodiesSoFar response = new BodiesSoFar();

    void take(Call call) {
        calls++;
        first = Math.min(first, call.micros());
        last = Math.max(last, call.micros());
        count(statuses, call.status(), 1, STATUSES_MAX);
        for (String name : call.content().parameters()) {
            count(parameters, name, 1, Facts.PARAMETERS_MAX);
        }
        for (DataClass found : call.content().request().found()) {
            requestData.merge(found, 1L, Long::sum);
        }
        for (DataClass found : call.content().response().found()) {
            responseData.merge(found, 1L, Long::sum);
        }
        request.take(call.content().request());
        if (call.status() >= 200 && call.status() < 300) {
            served++;
            anonymous += isAnonymous(call) ? 1 : 0;
            structured += call.content().response().shape() == 0 ? 0 : 1;
            response.take(call.content().response());
        }
    }

    /// Whether no answer had a structure and none went to somebody with a credential.
    boolean isBareAndAnonymous() {
        return structured == 0 && anonymous == served;
    }

    /// A name typed at a login proves nothing.
    static boolean isAnonymous(Call call) {
        for (Facet facet : call.presented()) {
            if (facet.kind() != Facet.Kind.USERNAME) {
                return false;
            }
        }
        return true;
    }

    void add(FactsSoFar other) {
        calls += other.calls;
        served += other.served;
        anonymous += other.anonymous;
        structured += other.structured;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
        unlisted += other.unlisted;
        other.statuses.forEach((status, count) -> count(statuses, status, count, STATUSES_MAX));
        other.parameters.forEach((name, count) -> count(parameters, name, count, Facts.PARAMETERS_MAX));
        other.requestData.forEach((found, count) -> requestData.merge(found, count, Long::sum));
        other.responseData.forEach((found, count) -> responseData.merge(found, count, Long::sum));
        request.add(other.request);
        response.add(other.response);
    }

    /// Whether secret or sensitive data were found in at least so many requests or responses.
    boolean isDangerous(long calls) {
        return isDangerous(requestData, calls) || isDangerous(responseData, calls);
    }

    private static boolean isDangerous(Map<DataClass, Long> found, long calls) {
        for (Map.Entry<DataClass, Long> entry : found.entrySet()) {
            boolean dangerous = switch (entry.getKey().level()) {
                case SECRET, SENSITIVE -> true;
                case PERSONAL -> false;
            };
            if (dangerous && entry.getValue() >= calls) {
                return true;
            }
        }
        return false;
    }

    Facts facts() {
        return new Facts(
                calls,
                served,
                anonymous,
                first,
                last,
                statuses,
                parameters,
                requestData,
                responseData,
                request.bodies(),
                response.bodies(),
                unlisted + request.unlisted + response.unlisted);
    }

    private <K> void count(Map<K, Long> counts, K key, long by, int max) {
        if (counts.size() < max || counts.containsKey(key)) {
            counts.merge(key, by, Long::sum);
        } else {
            unlisted++;
        }
    }

    void save(DataOutput out) throws IOException {
        for (long number : new long[] {calls, served, anonymous, structured, first, last, unlisted}) {
            out.writeLong(number);
        }
        Codec.writeMap(out, statuses, DataOutput::writeInt);
        Codec.writeMap(out, parameters, DataOutput::writeUTF);
        Codec.writeMap(out, requestData, Codec::writeEnum);
        Codec.writeMap(out, responseData, Codec::writeEnum);
        request.save(out);
        response.save(out);
    }

    static FactsSoFar read(DataInput in) throws IOException {
        FactsSoFar facts = new FactsSoFar();
        facts.calls = in.readLong();
        facts.served = in.readLong();
        facts.anonymous = in.readLong();
        facts.structured = in.readLong();
        facts.first = in.readLong();
        facts.last = in.readLong();
        facts.unlisted = in.readLong();
        Codec.readMap(in, facts.statuses, DataInput::readInt);
        Codec.readMap(in, facts.parameters, DataInput::readUTF);
        Codec.readMap(in, facts.requestData, from -> Codec.readEnum(from, DataClass.class));
        Codec.readMap(in, facts.responseData, from -> Codec.readEnum(from, DataClass.class));
        facts.request.load(in);
        facts.response.load(in);
        return facts;
    }

    /// [Bodies] while they add up.
    private static final class BodiesSoFar {

        /// So many bodies are looked at; of those after them, one in [#SAMPLE].
        private static final long WHOLE_MAX = 256;

        private static final int SAMPLE = 16;

        private long met;
        private long seen;
        private long unlisted;
        private final Map<Body.Key, Long> keys = new HashMap<>();

        private void take(Body body) {
            if (body.keys().isEmpty()) {
                return;
            }
            met++;
            if (met > WHOLE_MAX && met % SAMPLE != 0) {
                return;
            }
            seen++;
            for (Body.Key key : body.keys()) {
                count(key, 1);
            }
        }

        private void add(BodiesSoFar other) {
            met += other.met;
            seen += other.seen;
            unlisted += other.unlisted;
            other.keys.forEach(this::count);
        }

        private void count(Body.Key key, long bodies) {
            if (keys.size() < Bodies.KEYS_MAX || keys.containsKey(key)) {
                keys.merge(key, bodies, Long::sum);
            } else {
                unlisted++;
            }
        }

        private Bodies bodies() {
            return new Bodies(seen, keys);
        }

        private void save(DataOutput out) throws IOException {
            out.writeLong(met);
            out.writeLong(seen);
            out.writeLong(unlisted);
            Codec.writeMap(out, keys, (to, key) -> {
                to.writeUTF(key.path());
                Codec.writeEnum(to, key.type());
            });
        }

        private void load(DataInput in) throws IOException {
            met = in.readLong();
            seen = in.readLong();
            unlisted = in.readLong();
            Codec.readMap(in, keys, from -> new Body.Key(from.readUTF(), Codec.readEnum(from, Body.Type.class)));
        }
    }
}
