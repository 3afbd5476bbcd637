// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.SignalCodec;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The story that is being told of one actor, if any.
public final class TriageState implements State {

    private final Map<String, Card> cards;
    private @Nullable Story story;

    TriageState(Map<String, Card> cards) {
        this.cards = cards;
    }

    /// The story that a signal belongs to: the one going on, or a new one.
    Story storyFor(Signal signal, long gapMicros) {
        Story current = story;
        if (current == null || signal.micros() - current.last > gapMicros) {
            current = new Story(signal);
            story = current;
        }
        return current;
    }

    /// The same story, which can be told on without this one changing.
    public TriageState copy() {
        TriageState copy = new TriageState(cards);
        copy.story = story == null ? null : story.copy();
        return copy;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Story current = story;
        out.writeBoolean(current != null);
        if (current != null) {
            out.writeUTF(current.id());
            out.writeLong(current.repeated);
            out.writeLong(current.last);
            out.writeLong(current.raised);
            out.writeInt(current.signals().size());
            for (Signal signal : current.signals()) {
                SignalCodec.write(signal, out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        story = null;
        if (in.readBoolean()) {
            Story loaded = new Story(in.readUTF());
            loaded.repeated = in.readLong();
            loaded.last = in.readLong();
            loaded.raised = in.readLong();
            for (int left = in.readInt(); left > 0; left--) {
                loaded.signals().add(SignalCodec.read(in, cards));
            }
            story = loaded;
        }
    }
}
