// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stream.Timed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call with its endpoint, its entities and the actor behind it. What stood in its query and bodies has been
/// read by now and stays behind.
///
/// @param credential the facet that the actor was resolved by, null for anonymous calls
/// @param links      facets that this call linked to the actor for the first time, or anew
/// @param whose      of each entity touched, as it was before the call
/// @param place      where the call came from: its network, or the one that stands for a group of networks
/// @param replayed   it exchanged a refresh token that another device elsewhere had exchanged before
@SuppressWarnings("EnumOrdinal") // between machines of one release, never kept
public record Identified(
        Touched touching,
        Actor actor,
        @Nullable Facet credential,
        List<Link> links,
        List<Whose> whose,
        String place,
        boolean replayed)
        implements Timed {

    private static final Whose[] WHOSE = Whose.values();

    /// A call of which nothing more is known.
    public Identified(Touched touching, Actor actor, @Nullable Facet credential, List<Link> links) {
        this(
                touching,
                actor,
                credential,
                links,
                List.of(),
                touching.call().origin().network(),
                false);
    }

    /// Whose the n-th entity touched was before the call.
    public Whose whose(int touched) {
        return touched < whose.size() ? whose.get(touched) : Whose.UNKNOWN;
    }

    public Call call() {
        return touching.call();
    }

    public Endpoint endpoint() {
        return touching.endpoint();
    }

    public List<EntityRef> touched() {
        return touching.touched();
    }

    public List<EntityRef> shown() {
        return touching.shown();
    }

    /// The same without what the answer showed, which only a profile asks for.
    public Identified withoutShown() {
        return shown().isEmpty()
                ? this
                : new Identified(touching.withoutShown(), actor, credential, links, whose, place, replayed);
    }

    public void save(DataOutput out) throws IOException {
        touching.save(out);
        actor.save(out);
        out.writeBoolean(credential != null);
        if (credential != null) {
            credential.save(out);
        }
        out.writeShort(links.size());
        for (Link link : links) {
            link.save(out);
        }
        out.writeByte(whose.size());
        for (Whose side : whose) {
            out.writeByte(side.ordinal());
        }
        out.writeUTF(place);
        out.writeBoolean(replayed);
    }

    public static Identified read(DataInput in) throws IOException {
        Touched touching = Touched.read(in);
        Actor actor = Actor.read(in);
        Facet credential = in.readBoolean() ? Facet.read(in) : null;
        List<Link> links = new ArrayList<>(2);
        for (int left = in.readShort(); left > 0; left--) {
            links.add(Link.read(in));
        }
        Whose[] whose = new Whose[in.readByte()];
        for (int i = 0; i < whose.length; i++) {
            whose[i] = WHOSE[in.readByte()];
        }
        return new Identified(
                touching, actor, credential, List.copyOf(links), List.of(whose), in.readUTF(), in.readBoolean());
    }

    @Override
    public long micros() {
        return call().micros();
    }

    @Override
    public String id() {
        return call().id();
    }
}
