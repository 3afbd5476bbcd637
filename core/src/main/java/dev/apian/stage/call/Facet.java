// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// One visible side of a consumer on one call: the user id a gateway told, a token, an API key.
///
/// @param value      clear text for names (user id, client id), a keyed fingerprint for secrets
/// @param key        64-bit hash of kind and value, the key of identity state
/// @param expires    event time in microseconds after which it is worthless, 0 if unknown
public record Facet(Kind kind, String value, long key, long expires) {

    /// Kinds of facets, strongest evidence of "who" first. The order is the order of [Call#presented].
    public enum Kind {
        /// A user id told by the gateway.
        USER_ID("user_id", false),
        /// Issuer and subject of a token, written `issuer#subject`.
        SUBJECT("subject", false),
        /// The name typed at a login; a claim until the response proves it.
        USERNAME("username", false),
        CERTIFICATE("certificate", false),
        ACCESS_TOKEN("access_token", true),
        REFRESH_TOKEN("refresh_token", true),
        SESSION("session", true),
        API_KEY("api_key", true),
        CLIENT_ID("client_id", false);

        private final String label;
        private final boolean secret;
        private final long hash;

        Kind(String label, boolean secret) {
            this.label = label;
            this.secret = secret;
            this.hash = Hash.of(label);
        }

        /// The kind of a word that [#label] gave.
        public static Optional<Kind> of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }

        /// The word used in tables and JSON.
        public String label() {
            return label;
        }

        /// Whether the value in the record was a secret, so that `value` is a fingerprint.
        public boolean secret() {
            return secret;
        }
    }

    public Facet(Kind kind, String value, long expires) {
        this(kind, value, keyOf(kind, value), expires);
    }

    public Facet(Kind kind, String value) {
        this(kind, value, 0);
    }

    public static long keyOf(Kind kind, String value) {
        return Hash.of(kind.hash, Hash.of(value));
    }

    /// The most human form: the subject without its issuer, the value otherwise.
    public String display() {
        int hash = kind == Kind.SUBJECT ? value.lastIndexOf('#') : -1;
        return hash < 0 ? value : value.substring(hash + 1);
    }

    public void save(DataOutput out) throws IOException {
        Codec.writeEnum(out, kind);
        out.writeUTF(value);
        out.writeLong(expires);
    }

    public static Facet read(DataInput in) throws IOException {
        return new Facet(Codec.readEnum(in, Kind.class), in.readUTF(), in.readLong());
    }
}
