// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import dev.apian.stream.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// One operation of the watched API: host, method and path with its variable parts named.
///
/// @param id       hash of host, method and the template's shape; never changes meaning
/// @param template `/v1/orders/{orderId}`
public record Endpoint(
        long id, String method, String host, String template, Sensitivity sensitivity, Set<Label> labels) {

    /// How much harm misuse of an endpoint can do.
    public enum Sensitivity {
        LOW,
        MEDIUM,
        HIGH
    }

    public Endpoint {
        Set<Label> own = EnumSet.noneOf(Label.class); // which is asked several times for every call
        own.addAll(labels);
        labels = Collections.unmodifiableSet(own);
    }

    public boolean is(Label label) {
        return labels.contains(label);
    }

    public void save(DataOutput out) throws IOException {
        out.writeLong(id);
        out.writeUTF(method);
        out.writeUTF(host);
        out.writeUTF(template);
        Codec.writeEnum(out, sensitivity);
        out.writeByte(labels.size());
        for (Label label : labels) {
            Codec.writeEnum(out, label);
        }
    }

    public static Endpoint read(DataInput in) throws IOException {
        long id = in.readLong();
        String method = in.readUTF();
        String host = in.readUTF();
        String template = in.readUTF();
        Sensitivity sensitivity = Codec.readEnum(in, Sensitivity.class);
        Set<Label> labels = EnumSet.noneOf(Label.class);
        for (int left = in.readByte(); left > 0; left--) {
            labels.add(Codec.readEnum(in, Label.class));
        }
        return new Endpoint(id, method, host, template, sensitivity, labels);
    }

    /// The id as text, for tables and links.
    public String text() {
        return Hash.text(id);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
