// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An endpoint while it is learned: what was seen of it, and where it ends in the tree of paths.
final class Known {

    private static final int SENDERS_MAX = 4;

    /// So many calls with a kind of data make it more than a slip.
    private static final long FOUND_MIN = 3;

    private Endpoint endpoint;
    private final FactsSoFar facts = new FactsSoFar();

    /// Null for a route that the framework told.
    private final @Nullable Place place;

    private long calls;

    /// The first who were served.
    private long[] senders = {};

    private @Nullable Choices choices;

    private final String key;

    Known(Endpoint endpoint, @Nullable Place place) {
        this.endpoint = endpoint;
        this.place = place;
        this.key = endpoint.method() + Shape.ofTemplate(endpoint.template()).operation();
    }

    /// Method and operation.
    String key() {
        return key;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    @Nullable
    Place place() {
        return place;
    }

    FactsSoFar facts() {
        return facts;
    }

    long calls() {
        return calls;
    }

    void count(long served) {
        calls += served;
    }

    long[] senders() {
        return senders;
    }

    void servedTo(long sender) {
        if (senders.length < SENDERS_MAX && Arrays.stream(senders).noneMatch(one -> one == sender)) {
            senders = Arrays.copyOf(senders, senders.length + 1);
            senders[senders.length - 1] = sender;
        }
    }

    @Nullable
    Choices choices() {
        return choices;
    }

    Choices choicesToFill() {
        if (choices == null) {
            choices = new Choices();
        }
        return choices;
    }

    void absorb(Known other) {
        facts.add(other.facts);
        calls += other.calls;
        for (long sender : other.senders) {
            servedTo(sender);
        }
    }

    /// Takes another name for a variable part, or another sensitivity. Tells whether that was news.
    boolean becomes(Endpoint now) {
        boolean news = !endpoint.equals(now);
        endpoint = now;
        return news;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(calls);
        out.writeByte(senders.length);
        for (long sender : senders) {
            out.writeLong(sender);
        }
        facts.save(out);
        out.writeBoolean(choices != null);
        if (choices != null) {
            choices.save(out);
        }
    }

    void load(DataInput in) throws IOException {
        calls = in.readLong();
        senders = new long[in.readByte()];
        for (int i = 0; i < senders.length; i++) {
            senders[i] = in.readLong();
        }
        facts.add(FactsSoFar.read(in));
        if (in.readBoolean()) {
            choicesToFill().load(in);
        }
    }

    /// The sensitivity that words and data tell together.
    Sensitivity sensitivity() {
        Sensitivity told = Words.sensitivity(endpoint.method(), endpoint.labels());
        boolean handsOut = endpoint.is(Label.LOGIN) || endpoint.is(Label.TOKEN);
        if (told == Sensitivity.HIGH || handsOut) {
            return told;
        }
        return facts.isDangerous(FOUND_MIN) ? Sensitivity.HIGH : told;
    }
}
