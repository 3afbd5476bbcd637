// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.Codec;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is known of one credential: whose it is, why, and whether several users come through it.
final class CredentialState implements State {

    @Nullable
    Actor actor;

    Because because = Because.PRESENTED;

    /// Event time of the proof, microseconds.
    long since;

    /// The link was already told with a call.
    boolean announced;

    /// Two users were named on calls with it: it is a gateway's or a shared one, and
    /// `actor` is whoever runs that.
    boolean shared;

    /// The actor comes from a user that a gateway named.
    boolean told;

    /// The refresh token that was handed out with it.
    @Nullable
    Facet sibling;

    /// The last access token that travelled with this subject, so that each new one is linked once.
    long lastToken;

    /// Where a refresh token was exchanged for the next: event time and hashes of network and device; 0 if it was not.
    long spentAt;

    long spentNetwork;
    long spentDevice;

    /// How it is used, of credentials that last.
    @Nullable
    Conduct conduct;

    CredentialClass announcedClass = CredentialClass.UNKNOWN;

    Conduct conductToFill() {
        Conduct used = conduct == null ? new Conduct() : conduct;
        conduct = used;
        return used;
    }

    CredentialClass classOf(Facet.Kind kind) {
        return conduct == null ? CredentialClass.UNKNOWN : conduct.ofKind(kind);
    }

    void link(Actor to, Because why, long micros) {
        if (actor == null || actor.key() != to.key()) {
            actor = to;
            because = why;
            since = micros;
            announced = false;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(actor != null);
        if (actor != null) {
            actor.save(out);
        }
        Codec.writeEnum(out, because);
        out.writeLong(since);
        out.writeBoolean(announced);
        out.writeBoolean(shared);
        out.writeBoolean(told);
        out.writeLong(lastToken);
        out.writeUTF(sibling == null ? "" : sibling.value());
        out.writeLong(spentAt);
        out.writeLong(spentNetwork);
        out.writeLong(spentDevice);
        Codec.writeEnum(out, announcedClass);
        out.writeBoolean(conduct != null);
        if (conduct != null) {
            conduct.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        actor = in.readBoolean() ? Actor.read(in) : null;
        because = Codec.readEnum(in, Because.class);
        since = in.readLong();
        announced = in.readBoolean();
        shared = in.readBoolean();
        told = in.readBoolean();
        lastToken = in.readLong();
        String refresh = in.readUTF();
        sibling = refresh.isEmpty() ? null : new Facet(Facet.Kind.REFRESH_TOKEN, refresh);
        spentAt = in.readLong();
        spentNetwork = in.readLong();
        spentDevice = in.readLong();
        announcedClass = Codec.readEnum(in, CredentialClass.class);
        conduct = null;
        if (in.readBoolean()) {
            conductToFill().load(in);
        }
    }
}
