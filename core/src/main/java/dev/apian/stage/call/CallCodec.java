// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.sketch.Hash;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saves and loads calls in a compact binary form, for checkpoints, the journal and between machines. A
/// version leads. The keys of bodies come along as a sample, see [ContentCodec].
@SuppressWarnings("EnumOrdinal") // a test pins the order; another order is another VERSION
public final class CallCodec {

    public static final int VERSION = 2;

    private static final int ORIGIN_PLACED = 1;
    private static final int ORIGIN_NETWORK = 2;
    private static final int RESPONSE_SEEN = 4;
    private static final int HAS_ROUTE = 8;
    private static final int HAS_ORGANIZATION = 16;
    private static final int HAS_CONTENT = 32;
    private static final int ORIGIN_TOLD = 64;

    /// Guards against reading garbage as a length.
    private static final int TEXT_BYTES_MAX = 1 << 20;

    private static final int ITEMS_MAX = 1 << 16;
    private static final Facet.Kind[] KINDS = Facet.Kind.values();
    private static final Field.Place[] PLACES = Field.Place.values();
    private static final NetworkKind[] NETWORKS = NetworkKind.values();

    private CallCodec() {}

    public static void save(Call call, DataOutput out) throws IOException {
        Origin origin = call.origin();
        boolean network = origin.asn() != 0 || !origin.operator().isEmpty();
        boolean placed =
                !Double.isNaN(origin.latitude()) || !Double.isNaN(origin.longitude()) || origin.radiusKm() != 0;
        boolean told = origin.kind() != NetworkKind.UNKNOWN || !origin.city().isEmpty();
        boolean content = !call.content().equals(Content.NONE);
        out.writeByte(VERSION);
        out.writeByte((placed ? ORIGIN_PLACED : 0)
                | (network ? ORIGIN_NETWORK : 0)
                | (call.responseSeen() ? RESPONSE_SEEN : 0)
                | (call.route() != null ? HAS_ROUTE : 0)
                | (call.organization() != null ? HAS_ORGANIZATION : 0)
                | (content ? HAS_CONTENT : 0)
                | (told ? ORIGIN_TOLD : 0));
        text(out, call.id());
        out.writeLong(call.micros());
        text(out, call.method());
        text(out, call.host());
        text(out, call.path());
        nullable(out, call.route());
        number(out, call.status());
        text(out, origin.ip());
        text(out, origin.country());
        if (placed) {
            out.writeDouble(origin.latitude());
            out.writeDouble(origin.longitude());
            out.writeDouble(origin.radiusKm());
        }
        if (network) {
            number(out, origin.asn());
            text(out, origin.operator());
        }
        if (told) {
            out.writeByte(origin.kind().ordinal());
            text(out, origin.city());
        }
        text(out, call.userAgent());
        text(out, call.device());
        nullable(out, call.organization());
        number(out, call.roles().size());
        for (String role : call.roles()) {
            text(out, role);
        }
        facets(out, call.presented());
        facets(out, call.granted());
        number(out, call.fields().size());
        for (Field field : call.fields()) {
            out.writeByte(field.place().ordinal());
            text(out, field.owner());
            text(out, field.name());
            text(out, field.value());
        }
        if (content) {
            ContentCodec.save(call.content(), Hash.of(call.id()) % ContentCodec.CALLS_A_KEY_LIST == 0, out);
        }
        number(out, call.requestBytes() + 1);
        number(out, call.responseBytes() + 1);
        number(out, call.durationMicros() + 1);
    }

    public static Call load(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("call saved as version " + version + ", expected " + VERSION);
        }
        int flags = in.readUnsignedByte();
        String id = text(in);
        long micros = in.readLong();
        String method = text(in);
        String host = text(in);
        String path = text(in);
        String route = (flags & HAS_ROUTE) != 0 ? text(in) : null;
        int status = (int) number(in);
        Origin origin = origin(in, flags);
        String userAgent = text(in);
        String device = text(in);
        String organization = (flags & HAS_ORGANIZATION) != 0 ? text(in) : null;
        int roleCount = count(in);
        List<String> roles = new ArrayList<>(Math.min(roleCount, 64));
        for (int i = 0; i < roleCount; i++) {
            roles.add(text(in));
        }
        List<Facet> presented = facets(in);
        List<Facet> granted = facets(in);
        int fieldCount = count(in);
        List<Field> fields = new ArrayList<>(Math.min(fieldCount, 64));
        for (int i = 0; i < fieldCount; i++) {
            Field.Place place = PLACES[index(in, PLACES.length)];
            fields.add(new Field(place, text(in), text(in), text(in)));
        }
        return new Call(
                id,
                micros,
                method,
                host,
                path,
                route,
                status,
                origin,
                userAgent,
                device,
                organization,
                roles,
                presented,
                granted,
                fields,
                (flags & HAS_CONTENT) != 0 ? ContentCodec.load(in) : Content.NONE,
                (flags & RESPONSE_SEEN) != 0,
                number(in) - 1,
                number(in) - 1,
                number(in) - 1);
    }

    private static Origin origin(DataInput in, int flags) throws IOException {
        String ip = text(in);
        String country = text(in);
        boolean placed = (flags & ORIGIN_PLACED) != 0;
        boolean network = (flags & ORIGIN_NETWORK) != 0;
        double latitude = placed ? in.readDouble() : Double.NaN;
        double longitude = placed ? in.readDouble() : Double.NaN;
        double radiusKm = placed ? in.readDouble() : 0;
        long asn = network ? number(in) : 0;
        String operator = network ? text(in) : "";
        boolean told = (flags & ORIGIN_TOLD) != 0;
        NetworkKind kind = told ? NETWORKS[index(in, NETWORKS.length)] : NetworkKind.UNKNOWN;
        String city = told ? text(in) : "";
        return new Origin(ip, country, latitude, longitude, radiusKm, asn, operator, kind, city);
    }

    private static void facets(DataOutput out, List<Facet> facets) throws IOException {
        number(out, facets.size());
        for (Facet facet : facets) {
            out.writeByte(facet.kind().ordinal());
            text(out, facet.value());
            number(out, facet.expires());
        }
    }

    private static List<Facet> facets(DataInput in) throws IOException {
        int count = count(in);
        List<Facet> facets = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            facets.add(new Facet(KINDS[index(in, KINDS.length)], text(in), number(in)));
        }
        return facets;
    }

    private static void nullable(DataOutput out, @Nullable String text) throws IOException {
        if (text != null) {
            text(out, text);
        }
    }

    /// Writes a text of any length as UTF-8 behind its length.
    public static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        number(out, bytes.length);
        out.write(bytes);
    }

    /// Reads a text that was written by this class.
    public static String text(DataInput in) throws IOException {
        long length = number(in);
        if (length < 0 || length > TEXT_BYTES_MAX) {
            throw new IOException("saved call holds a text of " + length + " bytes, allowed " + TEXT_BYTES_MAX);
        }
        byte[] bytes = new byte[(int) length];
        in.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    /// Seven bits a byte, the lowest first; negative numbers take ten bytes.
    static void number(DataOutput out, long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long number(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = in.readUnsignedByte();
            number |= (b & 0x7fL) << shift;
            if ((b & 0x80) == 0) {
                return number;
            }
        }
        throw new IOException("saved call holds a number that does not end");
    }

    static int count(DataInput in) throws IOException {
        long count = number(in);
        if (count < 0 || count > ITEMS_MAX) {
            throw new IOException("saved call holds a list of " + count + " items, allowed " + ITEMS_MAX);
        }
        return (int) count;
    }

    static int index(DataInput in, int size) throws IOException {
        int index = in.readUnsignedByte();
        if (index >= size) {
            throw new IOException("saved call holds kind " + index + ", known are " + size);
        }
        return index;
    }
}
