// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Why a facet belongs to an actor: the proof, how sure it is, and since when.
///
/// @param micros  event time of the proof
/// @param expires event time in microseconds after which the facet is worthless, 0 if unknown
public record Link(
        Facet.Kind kind, String value, Because because, long micros, long expires, CredentialClass credentialClass) {

    Link(Facet facet, Because because, long micros, CredentialClass credentialClass) {
        this(facet.kind(), facet.value(), because, micros, facet.expires(), credentialClass);
    }

    /// The ladder of evidence, strongest first. Links below 0.9 must not assert who somebody is.
    public enum Because {
        PERSON_SAID("a person said so", 1.0),
        GATEWAY_TOLD("the gateway named the user on a call with it", 1.0),
        CLAIM("the token says so", 0.99),
        LOGIN_RESPONSE("a login of this user was answered with it", 0.99),
        REFRESH_RESPONSE("a refresh with this user's token was answered with it", 0.99),
        SELF_RESPONSE("an endpoint about oneself answered with this user", 0.98),
        PRESENTED("the consumer presented it", 1.0),
        SAME_NETWORK_AND_DEVICE("same network and device, no credential", 0.5);

        private final String text;
        private final double confidence;

        Because(String text, double confidence) {
            this.text = text;
            this.confidence = confidence;
        }

        public String text() {
            return text;
        }

        /// Probability in 0..1 that the link is right.
        public double confidence() {
            return confidence;
        }
    }

    public void save(DataOutput out) throws IOException {
        Codec.writeEnum(out, kind);
        out.writeUTF(value);
        Codec.writeEnum(out, because);
        out.writeLong(micros);
        out.writeLong(expires);
        Codec.writeEnum(out, credentialClass);
    }

    public static Link read(DataInput in) throws IOException {
        return new Link(
                Codec.readEnum(in, Facet.Kind.class),
                in.readUTF(),
                Codec.readEnum(in, Because.class),
                in.readLong(),
                in.readLong(),
                Codec.readEnum(in, CredentialClass.class));
    }
}
