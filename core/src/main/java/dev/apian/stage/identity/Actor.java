// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// One API consumer, however many credentials and addresses it used.
///
/// @param key  hash of what the actor is anchored to: a user id, a subject, the first call of an unknown
///             credential
/// @param name the most human name known
public record Actor(long key, String name, Kind kind) {

    public enum Kind {
        USER("user"),
        SERVICE("service"),
        APPLICATION("application"),
        /// Known only by network and device. Weak: several people may share both.
        ANONYMOUS("anonymous");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// The stable id that people and tables use.
    public String id() {
        return "a-" + Hash.text(key);
    }

    /// The key of an id that [#id] wrote.
    ///
    /// @throws NumberFormatException if it wrote no such id
    public static long keyOf(String id) {
        return Hash.parse(id.startsWith("a-") ? id.substring(2) : id);
    }

    public void save(DataOutput out) throws IOException {
        out.writeLong(key);
        out.writeUTF(name);
        Codec.writeEnum(out, kind);
    }

    public static Actor read(DataInput in) throws IOException {
        return new Actor(in.readLong(), in.readUTF(), Codec.readEnum(in, Kind.class));
    }
}
