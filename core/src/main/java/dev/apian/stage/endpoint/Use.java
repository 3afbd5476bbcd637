// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How one name at one place in paths was used: the evidence for whether it is a route or somebody's value.
final class Use {

    /// More senders are "many".
    static final int SENDERS_MAX = 8;

    private static final int TOKENS_MAX = 128;
    private static final int ECHOES_MAX = 4;

    private int calls;
    private int bodies;
    private long[] senders = {};
    private final Map<Token, Integer> tokens = new LinkedHashMap<>(4);
    private Map<String, Integer> echoes = Map.of();

    /// What lies at or below a name: two values of one variable have it in common, two routes rarely.
    ///
    /// @param structure hash of the method and of the parts that follow the name
    /// @param end       whether no part follows
    /// @param shape     of the response, 0 if there was none to read
    record Token(long structure, boolean end, long shape) {}

    void take(long sender, Token token) {
        calls++;
        bodies += token.shape == 0 ? 0 : 1;
        if (sender != 0 && senders.length < SENDERS_MAX && !has(senders, sender)) {
            senders = Arrays.copyOf(senders, senders.length + 1);
            senders[senders.length - 1] = sender;
        }
        add(token, 1);
    }

    private void add(Token token, int count) {
        if (tokens.size() < TOKENS_MAX || tokens.containsKey(token)) {
            tokens.merge(token, count, Integer::sum);
        }
    }

    /// The value came back in the response under this key.
    void echoed(String key) {
        if (echoes.isEmpty()) {
            echoes = new TreeMap<>();
        }
        if (echoes.size() < ECHOES_MAX || echoes.containsKey(key)) {
            echoes.merge(key, 1, Integer::sum);
        }
    }

    void add(Use other) {
        calls += other.calls;
        bodies += other.bodies;
        for (long sender : other.senders) {
            if (senders.length < SENDERS_MAX && !has(senders, sender)) {
                senders = Arrays.copyOf(senders, senders.length + 1);
                senders[senders.length - 1] = sender;
            }
        }
        other.tokens.forEach(this::add);
        other.echoes.forEach((key, count) -> {
            echoed(key);
            echoes.computeIfPresent(key, (name, sum) -> sum + count - 1);
        });
    }

    int calls() {
        return calls;
    }

    /// Calls whose response could be read.
    int bodies() {
        return bodies;
    }

    /// Distinct senders, at most [#SENDERS_MAX].
    int senders() {
        return senders.length;
    }

    Set<Token> tokens() {
        return tokens.keySet();
    }

    /// Calls by what lies at or below.
    Map<Token, Integer> counts() {
        return tokens;
    }

    /// Keys under which the value came back, and how often.
    Map<String, Integer> echoes() {
        return echoes;
    }

    private static boolean has(long[] senders, long sender) {
        for (long one : senders) {
            if (one == sender) {
                return true;
            }
        }
        return false;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(calls);
        out.writeInt(bodies);
        out.writeByte(senders.length);
        for (long sender : senders) {
            out.writeLong(sender);
        }
        out.writeShort(tokens.size());
        for (Map.Entry<Token, Integer> entry : tokens.entrySet()) {
            out.writeLong(entry.getKey().structure);
            out.writeBoolean(entry.getKey().end);
            out.writeLong(entry.getKey().shape);
            out.writeInt(entry.getValue());
        }
        out.writeByte(echoes.size());
        for (Map.Entry<String, Integer> echo : echoes.entrySet()) {
            out.writeUTF(echo.getKey());
            out.writeInt(echo.getValue());
        }
    }

    static Use read(DataInput in) throws IOException {
        Use use = new Use();
        use.calls = in.readInt();
        use.bodies = in.readInt();
        use.senders = new long[in.readByte()];
        for (int i = 0; i < use.senders.length; i++) {
            use.senders[i] = in.readLong();
        }
        for (int left = in.readShort(); left > 0; left--) {
            use.tokens.put(new Token(in.readLong(), in.readBoolean(), in.readLong()), in.readInt());
        }
        for (int left = in.readByte(); left > 0; left--) {
            String key = in.readUTF();
            use.echoed(key);
            use.echoes.put(key, in.readInt());
        }
        return use;
    }
}
