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
///
/// An actor has many tokens of which the same is known, so their keys share one state: such a state never changes, and
/// who has news for one key puts another state in its place ([Credential]).
final class CredentialState implements State {

    @Nullable
    Actor actor;

    Because because = Because.PRESENTED;

    /// The link was already told with a call.
    boolean announced;

    /// Two users were named on calls with it: it is a gateway's or a shared one, and
    /// `actor` is whoever runs that.
    boolean shared;

    /// The actor comes from a user that a gateway named.
    boolean told;

    /// Several keys have this state.
    boolean frozen;

    /// Of a frozen state, the same one told or not yet told; of another one, what the tokens that its calls show
    /// share.
    @Nullable
    CredentialState kin;

    /// What few credentials need.
    @Nullable
    Details details;

    /// @param since      event time of the proof, microseconds
    /// @param sibling    the refresh token that was handed out with it, null if unknown
    /// @param lastToken  the last access token that came with this subject, so that each new one is linked once
    /// @param conduct    how it is used, of credentials that last
    record Details(
            long since,
            @Nullable Facet sibling,
            long lastToken,
            @Nullable Conduct conduct,
            CredentialClass announcedClass) {

        private static final Details NONE = new Details(0, null, 0, null, CredentialClass.UNKNOWN);
    }

    Details details() {
        return details == null ? Details.NONE : details;
    }

    long since() {
        return details().since;
    }

    void since(long micros) {
        Details now = details();
        details = new Details(micros, now.sibling, now.lastToken, now.conduct, now.announcedClass);
    }

    void sibling(Facet refreshToken) {
        Details now = details();
        details = new Details(now.since, refreshToken, now.lastToken, now.conduct, now.announcedClass);
    }

    void lastToken(long key) {
        Details now = details();
        details = new Details(now.since, now.sibling, key, now.conduct, now.announcedClass);
    }

    void announcedClass(CredentialClass found) {
        Details now = details();
        details = new Details(now.since, now.sibling, now.lastToken, now.conduct, found);
    }

    Conduct conductToFill() {
        Details now = details();
        Conduct conduct = now.conduct == null ? new Conduct() : now.conduct;
        if (now.conduct == null) {
            details = new Details(now.since, now.sibling, now.lastToken, conduct, now.announcedClass);
        }
        return conduct;
    }

    CredentialClass classOf(Facet.Kind kind) {
        Conduct conduct = details().conduct;
        return conduct == null ? CredentialClass.UNKNOWN : conduct.ofKind(kind);
    }

    boolean isOf(Actor other) {
        return actor != null && actor.key() == other.key();
    }

    void link(Actor to, Because why, long micros) {
        if (!isOf(to)) {
            actor = to;
            because = why;
            since(micros);
            announced = false;
        }
    }

    /// What many keys of an actor share: linked for this reason, not yet told.
    static CredentialState ofMany(Actor actor, Because because) {
        CredentialState fresh = new CredentialState();
        fresh.actor = actor;
        fresh.because = because;
        fresh.frozen = true;
        CredentialState told = fresh.copy();
        told.announced = true;
        told.frozen = true;
        told.kin = fresh;
        fresh.kin = told;
        return fresh;
    }

    /// The same before a call told it, to be shared with other keys; null if this one is not shared, or of another
    /// actor or reason.
    @Nullable
    CredentialState untold(Actor of, Because why) {
        return frozen && because == why && isOf(of) ? (announced ? kin : this) : null;
    }

    CredentialState copy() {
        CredentialState copy = new CredentialState();
        copy.actor = actor;
        copy.because = because;
        copy.announced = announced;
        copy.shared = shared;
        copy.told = told;
        copy.details = details;
        return copy;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(actor != null);
        if (actor != null) {
            actor.save(out);
        }
        Codec.writeEnum(out, because);
        out.writeBoolean(announced);
        out.writeBoolean(shared);
        out.writeBoolean(told);
        out.writeBoolean(details != null);
        if (details != null) {
            out.writeLong(details.since);
            out.writeUTF(details.sibling == null ? "" : details.sibling.value());
            out.writeLong(details.lastToken);
            Codec.writeEnum(out, details.announcedClass);
            out.writeBoolean(details.conduct != null);
            if (details.conduct != null) {
                details.conduct.save(out);
            }
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        actor = in.readBoolean() ? Actor.read(in) : null;
        because = Codec.readEnum(in, Because.class);
        announced = in.readBoolean();
        shared = in.readBoolean();
        told = in.readBoolean();
        details = null;
        if (in.readBoolean()) {
            long since = in.readLong();
            String refresh = in.readUTF();
            Facet sibling = refresh.isEmpty() ? null : new Facet(Facet.Kind.REFRESH_TOKEN, refresh);
            long lastToken = in.readLong();
            CredentialClass announcedClass = Codec.readEnum(in, CredentialClass.class);
            Conduct conduct = null;
            if (in.readBoolean()) {
                conduct = new Conduct();
                conduct.load(in);
            }
            details = new Details(since, sibling, lastToken, conduct, announcedClass);
        }
    }
}
