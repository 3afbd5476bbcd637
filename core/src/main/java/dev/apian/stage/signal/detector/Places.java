// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Observation;
import dev.apian.stream.Codec;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The last few places of one actor. A place is a town and a device: two devices in one town are two places. So are a
/// town and the company's own way out that is said to be there.
final class Places implements State {

    /// Home, work, phone, and one more.
    static final int PLACES_MAX = 4;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /// In order of last use, the latest last.
    private final List<Place> places = new ArrayList<>(1);

    /// A session left for longer may have been taken along.
    private static final Duration RESUMED_WITHIN = Duration.ofHours(1);

    /// The last call went on with the very token that its place had used before another place came between.
    private boolean resumed;

    private long raisedAt = NEVER;
    private String raisedCountry = "";
    private double raisedStrength;

    Place here() {
        return places.getLast();
    }

    List<Place> others() {
        return places.subList(0, places.size() - 1);
    }

    /// Notes where a call came from. True if the call before came from elsewhere.
    boolean enter(Observation seen, double sameKilometres, Duration recent) {
        if (!places.isEmpty() && here().isExactly(seen)) {
            here().see(seen, recent);
            return false;
        }
        int found = indexOf(seen, sameKilometres);
        boolean moved = found < 0 || found != places.size() - 1;
        Place place = found < 0 ? new Place() : places.remove(found);
        resumed = moved
                && !place.token.isEmpty()
                && place.token.equals(tokenOf(seen))
                && seen.since(place.last).compareTo(RESUMED_WITHIN) <= 0;
        if (places.size() == PLACES_MAX) {
            places.removeFirst();
        }
        places.add(place);
        if (moved) {
            place.leftAt = place.last;
            place.arrived = seen.micros();
        }
        place.see(seen, recent);
        return moved;
    }

    private int indexOf(Observation seen, double sameKilometres) {
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            if (place.isEgress() == isEgress(seen.call().origin())
                    && place.agent == Hash.of(seen.call().userAgent())
                    && place.device.equals(seen.call().device())
                    && place.origin.kilometresTo(seen.call().origin()) < sameKilometres) {
                return i;
            }
        }
        return -1;
    }

    /// Both places are at work at once: this one went on with the token it had used before the other came between.
    boolean takesTurnsWith(Place there) {
        return resumed && there.last >= here().leftAt;
    }

    /// Each of them with a token of its own, as one device behind a VPN that goes up and down would not.
    boolean hasOtherToken(Place there) {
        return !there.token.isEmpty() && !there.token.equals(here().token);
    }

    /// Whether the last three places lead on and on, away from the first: a journey that is told late or badly placed.
    boolean progresses() {
        int size = places.size();
        if (size < PLACES_MAX - 1) {
            return false;
        }
        Place first = places.get(size - 3);
        Place second = places.get(size - 2);
        Place third = places.get(size - 1);
        boolean inOrder = first.last <= second.arrived && second.last <= third.arrived;
        double half = first.origin.apartKm(second.origin);
        return inOrder
                && half > 0
                && first.origin.apartKm(third.origin) > half
                && second.origin.apartKm(third.origin) > 0;
    }

    private static boolean isEgress(Origin origin) {
        return origin.kind() == NetworkKind.EGRESS;
    }

    private static String tokenOf(Observation seen) {
        for (Facet facet : seen.call().presented()) {
            if (facet.kind() == Facet.Kind.ACCESS_TOKEN || facet.kind() == Facet.Kind.SESSION) {
                return facet.value();
            }
        }
        return "";
    }

    void raised(String country, long micros, double strength) {
        raisedAt = micros;
        raisedCountry = country;
        raisedStrength = strength;
    }

    /// A weak signal must not silence a strong one.
    boolean raisedAsStrong(double strength) {
        return strength <= raisedStrength;
    }

    boolean raisedWithin(Duration silence, Observation seen) {
        return raisedAt != NEVER && seen.since(raisedAt).compareTo(silence) <= 0;
    }

    boolean raisedFor(String country) {
        return raisedCountry.equals(country);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeBoolean(resumed);
        out.writeLong(raisedAt);
        out.writeUTF(raisedCountry);
        out.writeDouble(raisedStrength);
        out.writeInt(places.size());
        for (Place place : places) {
            place.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        resumed = in.readBoolean();
        raisedAt = in.readLong();
        raisedCountry = in.readUTF();
        raisedStrength = in.readDouble();
        places.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Place place = new Place();
            place.load(in);
            places.add(place);
        }
    }

    /// One town and device, and how well the actor was known there at the last call from it.
    static final class Place implements State {

        Origin origin = Origin.UNKNOWN;
        String device = "";

        /// The whole user agent, as a number: two browsers of one sort differ in their versions.
        long agent;

        String credential = "";
        String callId = "";
        String token = "";
        Duration countryKnown = Duration.ZERO;
        Duration networkKnown = Duration.ZERO;
        Duration deviceKnown = Duration.ZERO;

        /// Event time of the call that came here from elsewhere, microseconds.
        long arrived;

        /// The last call from here before that.
        long leftAt = NEVER;

        long last = NEVER;
        int calls;

        boolean isSameDevice(Place other) {
            return agent == other.agent && device.equals(other.device);
        }

        boolean isEgress() {
            return Places.isEgress(origin);
        }

        String country() {
            return origin.country().isEmpty() ? "an unknown country" : origin.country();
        }

        String words() {
            return (origin.city().isEmpty() ? "" : origin.city() + ", ")
                    + country()
                    + (origin.operator().isEmpty() ? "" : ", " + origin.operator());
        }

        private boolean isExactly(Observation seen) {
            return origin.ip().equals(seen.call().origin().ip())
                    && agent == Hash.of(seen.call().userAgent());
        }

        private void see(Observation seen, Duration recent) {
            calls = seen.since(last).compareTo(recent) > 0 ? 1 : calls + 1;
            last = seen.micros();
            origin = seen.call().origin();
            device = seen.call().device();
            agent = Hash.of(seen.call().userAgent());
            Facet shown = seen.identified().credential();
            credential = shown == null ? "" : shown.kind().label() + " " + shown.value();
            callId = seen.call().id();
            token = tokenOf(seen);
            countryKnown = seen.profile().familiar(Trait.COUNTRY);
            networkKnown = seen.profile().familiar(Trait.NETWORK);
            deviceKnown = seen.profile().familiar(Trait.DEVICE);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeUTF(origin.ip());
            out.writeUTF(origin.country());
            out.writeDouble(origin.latitude());
            out.writeDouble(origin.longitude());
            out.writeDouble(origin.radiusKm());
            out.writeLong(origin.asn());
            out.writeUTF(origin.operator());
            Codec.writeEnum(out, origin.kind());
            out.writeUTF(origin.city());
            out.writeUTF(device);
            out.writeLong(agent);
            out.writeUTF(credential);
            out.writeUTF(callId);
            out.writeUTF(token);
            out.writeLong(countryKnown.toNanos());
            out.writeLong(networkKnown.toNanos());
            out.writeLong(deviceKnown.toNanos());
            out.writeLong(arrived);
            out.writeLong(leftAt);
            out.writeLong(last);
            out.writeInt(calls);
        }

        @Override
        public void load(DataInput in) throws IOException {
            origin = new Origin(
                    in.readUTF(),
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readLong(),
                    in.readUTF(),
                    Codec.readEnum(in, NetworkKind.class),
                    in.readUTF());
            device = in.readUTF();
            agent = in.readLong();
            credential = in.readUTF();
            callId = in.readUTF();
            token = in.readUTF();
            countryKnown = Duration.ofNanos(in.readLong());
            networkKnown = Duration.ofNanos(in.readLong());
            deviceKnown = Duration.ofNanos(in.readLong());
            arrived = in.readLong();
            leftAt = in.readLong();
            last = in.readLong();
            calls = in.readInt();
        }
    }
}
