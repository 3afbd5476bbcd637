// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.Link;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who an actor is: its name, and the facets linked to it, each with the proof.
///
/// A token refreshed every few minutes gives thousands of facets; the first and the latest are kept, and all
/// counted. Of a facet told again, the first proof's time stays, and the newest reason and class hold.
public final class Dossier implements State {

    public static final int FACETS_MAX = 32;

    /// So many of the first facets stay for good.
    private static final int FIRST_KEPT = 8;

    private final List<Linked> facets = new ArrayList<>(2);
    private @Nullable Actor actor;
    private String tenant = "";
    private String application = "";
    private String roles = "";
    private long first = Long.MIN_VALUE;
    private long last;
    private long calls;
    private long dropped;

    void take(Identified call) {
        if (first == Long.MIN_VALUE) {
            first = call.micros();
        }
        last = call.micros();
        actor = call.actor();
        calls++;
        String organization = call.call().organization();
        Facet client = call.call().presented(Facet.Kind.CLIENT_ID);
        tenant = organization == null ? tenant : organization;
        application = client == null ? application : client.value();
        roles = call.call().roles().isEmpty()
                ? roles
                : String.join(", ", call.call().roles());
        for (Link link : call.links()) {
            add(link, call.micros());
        }
        Facet credential = call.credential();
        if (credential != null) {
            touch(credential, call.micros());
        }
    }

    public @Nullable Actor actor() {
        return actor;
    }

    /// The organization told on its latest call that told one; empty if none did.
    public String tenant() {
        return tenant;
    }

    /// The client id presented last; empty if none was.
    public String application() {
        return application;
    }

    /// The roles told last, as text; empty if none were.
    public String roles() {
        return roles;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public long calls() {
        return calls;
    }

    public List<Linked> facets() {
        return List.copyOf(facets);
    }

    /// Facets that made room for later ones.
    public long dropped() {
        return dropped;
    }

    /// @param last event time of its last use, microseconds
    public record Linked(Link link, long last) {}

    private void add(Link link, long micros) {
        int place = placeOf(link.kind(), link.value());
        if (place >= 0) {
            facets.set(place, new Linked(toldAgain(facets.get(place).link(), link), micros));
            return;
        }
        if (facets.size() == FACETS_MAX) {
            facets.remove(FIRST_KEPT);
            dropped++;
        }
        facets.add(new Linked(link, micros));
    }

    /// What another actor's dossier holds is of this one too: a person said that they are one.
    void addAll(Dossier other) {
        first = first == Long.MIN_VALUE
                ? other.first
                : other.first == Long.MIN_VALUE ? first : Math.min(first, other.first);
        boolean newer = other.last > last;
        tenant = newerOf(newer, tenant, other.tenant);
        application = newerOf(newer, application, other.application);
        roles = newerOf(newer, roles, other.roles);
        last = Math.max(last, other.last);
        calls += other.calls;
        dropped += other.dropped;
        other.facets.forEach(this::unite);
        facets.sort(Comparator.<Linked>comparingLong(facet -> facet.link().micros())
                .thenComparing(facet -> facet.link().kind())
                .thenComparing(facet -> facet.link().value()));
        while (facets.size() > FACETS_MAX) {
            facets.remove(FIRST_KEPT);
            dropped++;
        }
    }

    private static String newerOf(boolean newer, String mine, String other) {
        return mine.isEmpty() || newer && !other.isEmpty() ? other : mine;
    }

    private void unite(Linked other) {
        int place = placeOf(other.link().kind(), other.link().value());
        if (place < 0) {
            facets.add(other);
            return;
        }
        Linked known = facets.get(place);
        boolean later = other.last() > known.last();
        facets.set(place, new Linked(later ? other.link() : known.link(), Math.max(known.last(), other.last())));
    }

    /// The facet as it is linked here; null if it is not.
    @Nullable
    Linked find(Facet.Kind kind, String value) {
        int place = placeOf(kind, value);
        return place < 0 ? null : facets.get(place);
    }

    /// Gives a facet away with the calls that came by it.
    void remove(Facet.Kind kind, String value, long callsBy) {
        int place = placeOf(kind, value);
        if (place >= 0) {
            facets.remove(place);
        }
        calls = Math.max(0, calls - callsBy);
    }

    /// Begins with a facet that was another actor's, and the calls that came by it.
    void begin(Linked facet, long callsBy) {
        facets.add(facet);
        first = facet.link().micros();
        last = facet.last();
        calls = callsBy;
    }

    private int placeOf(Facet.Kind kind, String value) {
        for (int i = facets.size() - 1; i >= 0; i--) {
            Link link = facets.get(i).link();
            if (link.kind() == kind && link.value().equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private static Link toldAgain(Link known, Link again) {
        long expires = again.expires() == 0 ? known.expires() : again.expires();
        return new Link(known.kind(), known.value(), again.because(), known.micros(), expires, again.credentialClass());
    }

    private void touch(Facet facet, long micros) {
        int place = placeOf(facet.kind(), facet.value());
        if (place >= 0) {
            facets.set(place, new Linked(facets.get(place).link(), micros));
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(actor != null);
        if (actor != null) {
            actor.save(out);
        }
        out.writeUTF(tenant);
        out.writeUTF(application);
        out.writeUTF(roles);
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(calls);
        out.writeLong(dropped);
        out.writeInt(facets.size());
        for (Linked facet : facets) {
            facet.link().save(out);
            out.writeLong(facet.last());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        actor = in.readBoolean() ? Actor.read(in) : null;
        tenant = in.readUTF();
        application = in.readUTF();
        roles = in.readUTF();
        first = in.readLong();
        last = in.readLong();
        calls = in.readLong();
        dropped = in.readLong();
        facets.clear();
        for (int left = in.readInt(); left > 0; left--) {
            facets.add(new Linked(Link.read(in), in.readLong()));
        }
    }

    /// Reads what [#save] wrote.
    public static Dossier read(DataInput in) throws IOException {
        Dossier dossier = new Dossier();
        dossier.load(in);
        return dossier;
    }
}
