// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.stage.endpoint.Shape.Segment;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A place in the tree of paths that the learner grows: one part of a path, a name or a variable, and all below it.
final class Place {

    /// Values of a variable that are looked at one by one.
    static final int VALUES_MAX = 64;

    final @Nullable Place above;

    /// The name; of a variable, what it is called.
    String text;

    /// The text around the values of a variable, `{}` for none; null for a name.
    final @Nullable Piece form;

    final Use use = new Use();
    final Map<String, Place> names = new TreeMap<>();

    /// Variables below, by form.
    final Map<String, Place> variables = new TreeMap<>();

    /// Ids of the endpoints that end here, by method and operation.
    final Map<String, Long> ends = new TreeMap<>();

    /// Of a variable: the values seen most, while there is room.
    final Map<String, Use> values = new TreeMap<>();

    /// Of a variable: values when they were first seen, those that found no room counted each time.
    long valuesSeen;

    long valuesOnce;

    /// Of a variable: whether any text is a value here.
    boolean open;

    /// No part below is a value.
    boolean closed;

    /// Given by a correction: learning leaves it alone.
    boolean fixed;

    /// A name that passed for a value once: it is not taken for one again.
    boolean proven;

    Because because = Because.NAME;
    double odds;

    /// Names met since the place was last weighed.
    int fresh;

    /// Calls when it was last weighed.
    int weighedAt;

    private final String signature;
    private final long signatureHash;

    Place(@Nullable Place above, String text, @Nullable Piece form) {
        this.above = above;
        this.text = text;
        this.form = form;
        this.signature = form == null ? text : form.form();
        this.signatureHash = Hash.of(signature);
    }

    boolean isVariable() {
        return form != null;
    }

    /// The name, or the form of the variable's values.
    String signature() {
        return signature;
    }

    long signatureHash() {
        return signatureHash;
    }

    /// Whether it is still part of the tree: names that became values are not.
    boolean isAttached() {
        if (above == null) {
            return true;
        }
        Place there = (isVariable() ? above.variables : above.names).get(signature);
        return there != null && there.equals(this) && above.isAttached();
    }

    /// How many places lie below.
    int size() {
        int size = names.size() + variables.size();
        for (Place name : names.values()) {
            size += name.size();
        }
        for (Place variable : variables.values()) {
            size += variable.size();
        }
        return size;
    }

    Segment segment() {
        return form == null ? Segment.literal(text) : new Segment(true, text, form.prefix(), form.suffix(), "");
    }

    /// The nearest name at or above; empty at the root.
    String owner() {
        Place place = this;
        while (place.above != null && place.isVariable()) {
            place = place.above;
        }
        return place.above == null ? "" : place.text;
    }

    List<Place> path() {
        List<Place> path = new ArrayList<>();
        for (Place place = this; place.above != null; place = place.above) {
            path.addFirst(place);
        }
        return path;
    }

    Place name(String name) {
        return names.computeIfAbsent(name, text -> new Place(this, text, null));
    }

    Place variable(Piece piece) {
        return variables.computeIfAbsent(piece.form(), key -> {
            Place variable = new Place(this, Trie.nameOf(piece, owner()), piece);
            variable.because = Because.TYPED;
            return variable;
        });
    }

    /// The variable whose values fill the whole part, if there is one.
    @Nullable
    Place plainVariable() {
        return variables.get("{}");
    }

    /// Counts a value of this variable.
    Use value(String value) {
        Use known = values.get(value);
        if (known != null) {
            valuesOnce -= known.calls() == 1 ? 1 : 0;
            return known;
        }
        valuesSeen++;
        valuesOnce++;
        Use fresh = new Use();
        if (values.size() == VALUES_MAX) {
            forgetRarest();
        }
        values.put(value, fresh);
        return fresh;
    }

    /// Takes the place out of the tree if nothing ends or lies below here, and what is bare above it too.
    void prune() {
        Place place = this;
        while (place.above != null
                && place.ends.isEmpty()
                && place.names.isEmpty()
                && place.variables.isEmpty()
                && !place.fixed) {
            (place.isVariable() ? place.above.variables : place.above.names).remove(place.signature());
            place = place.above;
        }
    }

    private void forgetRarest() {
        String rarest = "";
        int calls = Integer.MAX_VALUE;
        for (Map.Entry<String, Use> entry : values.entrySet()) {
            if (entry.getValue().calls() < calls) {
                calls = entry.getValue().calls();
                rarest = entry.getKey();
            }
        }
        values.remove(rarest);
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(text);
        use.save(out);
        out.writeBoolean(open);
        out.writeBoolean(closed);
        out.writeBoolean(fixed);
        out.writeBoolean(proven);
        Codec.writeEnum(out, because);
        out.writeDouble(odds);
        out.writeInt(fresh);
        out.writeInt(weighedAt);
        out.writeLong(valuesSeen);
        out.writeLong(valuesOnce);
        out.writeInt(ends.size());
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            out.writeUTF(end.getKey());
            out.writeLong(end.getValue());
        }
        out.writeInt(values.size());
        for (Map.Entry<String, Use> value : values.entrySet()) {
            out.writeUTF(value.getKey());
            value.getValue().save(out);
        }
        out.writeInt(names.size());
        for (Map.Entry<String, Place> name : names.entrySet()) {
            out.writeUTF(name.getKey());
            name.getValue().save(out);
        }
        out.writeInt(variables.size());
        for (Place variable : variables.values()) {
            Piece piece = Objects.requireNonNull(variable.form);
            out.writeUTF(piece.prefix());
            out.writeUTF(piece.suffix());
            variable.save(out);
        }
    }

    void load(DataInput in) throws IOException {
        text = in.readUTF();
        use.add(Use.read(in));
        open = in.readBoolean();
        closed = in.readBoolean();
        fixed = in.readBoolean();
        proven = in.readBoolean();
        because = Codec.readEnum(in, Because.class);
        odds = in.readDouble();
        fresh = in.readInt();
        weighedAt = in.readInt();
        valuesSeen = in.readLong();
        valuesOnce = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            ends.put(in.readUTF(), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            values.put(in.readUTF(), Use.read(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            name(in.readUTF()).load(in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            variable(new Piece("", in.readUTF(), "", in.readUTF(), true)).load(in);
        }
    }
}
