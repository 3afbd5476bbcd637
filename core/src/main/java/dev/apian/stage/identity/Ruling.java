// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What a person says about who is who. It holds over all evidence until it is taken back.
public sealed interface Ruling {

    String LINK = "link";
    String UNLINK = "unlink";
    String JOIN = "join";
    String NAME = "name";

    /// The facet is this actor's.
    ///
    /// @param actor id as in tables, `a-…`
    record Link(Facet.Kind kind, String value, String actor) implements Ruling {}

    /// The facet is not this actor's. It stands for itself until evidence links it to another one.
    record Unlink(Facet.Kind kind, String value, String actor) implements Ruling {

        /// The actor that the facet stands for by itself.
        public Actor alone() {
            return Anchors.unlinked(new Facet(kind, value));
        }
    }

    /// Two actors are one: whoever was found to be `from` is `into`.
    record Join(String from, String into) implements Ruling {}

    /// What people call this actor.
    record Name(String actor, String name) implements Ruling {}

    default void save(DataOutput out) throws IOException {
        switch (this) {
            case Link link -> write(out, LINK, link.kind().label(), link.value(), link.actor());
            case Unlink unlink -> write(out, UNLINK, unlink.kind().label(), unlink.value(), unlink.actor());
            case Join join -> write(out, JOIN, join.from(), join.into());
            case Name name -> write(out, NAME, name.actor(), name.name());
        }
    }

    private static void write(DataOutput out, String word, String... texts) throws IOException {
        out.writeUTF(word);
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /// Reads what [#save] wrote.
    static Ruling read(DataInput in) throws IOException {
        String word = in.readUTF();
        return switch (word) {
            case LINK -> new Link(kindOf(in.readUTF()), in.readUTF(), in.readUTF());
            case UNLINK -> new Unlink(kindOf(in.readUTF()), in.readUTF(), in.readUTF());
            case JOIN -> new Join(in.readUTF(), in.readUTF());
            case NAME -> new Name(in.readUTF(), in.readUTF());
            default -> throw new IOException("a ruling begins with %s, which is unknown".formatted(word));
        };
    }

    private static Facet.Kind kindOf(String label) throws IOException {
        return Facet.Kind.of(label).orElseThrow(() -> new IOException("%s is no kind of facet".formatted(label)));
    }
}
