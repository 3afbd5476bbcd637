// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.identity.Actor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes and reads signals. A card travels by its id: it is configuration, not data.
public final class SignalCodec {

    private SignalCodec() {}

    public static void write(Signal signal, DataOutput out) throws IOException {
        out.writeUTF(signal.card().id());
        out.writeLong(signal.micros());
        out.writeLong(signal.first());
        out.writeUTF(signal.callId());
        signal.actor().save(out);
        out.writeDouble(signal.strength());
        out.writeUTF(signal.happened());
        out.writeUTF(signal.usual());
        out.writeInt(signal.evidence().size());
        for (Evidence evidence : signal.evidence()) {
            out.writeUTF(evidence.measure());
            out.writeDouble(evidence.observed());
            out.writeDouble(evidence.expected());
            out.writeDouble(evidence.most());
            out.writeUTF(evidence.unit());
            out.writeLong(evidence.window().toSeconds());
            out.writeInt(evidence.window().toNanosPart());
        }
        Involved involved = signal.involved();
        write(involved.users(), out);
        write(involved.credentials(), out);
        write(involved.addresses(), out);
        write(involved.endpoints(), out);
        write(involved.entities(), out);
        write(signal.calls(), out);
    }

    /// @param cards the configured detections by id
    public static Signal read(DataInput in, Map<String, Card> cards) throws IOException {
        String id = in.readUTF();
        Card card = cards.get(id);
        if (card == null) {
            throw new IOException("signal of the detection " + id
                    + ", which is not configured; restore the detection or start from an empty state");
        }
        return new Signal(
                card,
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                Actor.read(in),
                in.readDouble(),
                in.readUTF(),
                in.readUTF(),
                readEvidence(in),
                new Involved(readTexts(in), readTexts(in), readTexts(in), readTexts(in), readTexts(in)),
                readTexts(in));
    }

    private static List<Evidence> readEvidence(DataInput in) throws IOException {
        List<Evidence> evidence = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            evidence.add(new Evidence(
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readUTF(),
                    Duration.ofSeconds(in.readLong(), in.readInt())));
        }
        return evidence;
    }

    private static void write(List<String> texts, DataOutput out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }
}
