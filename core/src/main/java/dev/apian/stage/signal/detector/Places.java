// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Observation;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The last few places of one actor. A place is a town and a device: two devices in one town are two places.
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
            place.arrived = seen.micros();
        }
        place.see(seen, recent);
        return moved;
    }

    private int indexOf(Observation seen, double sameKilometres) {
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            if (place.device.equals(seen.call().device())
                    && place.origin.kilometresTo(seen.call().origin()) < sameKilometres) {
                return i;
            }
        }
        return -1;
    }

    /// Two sessions run at both places at once: this place went on with its own token after the other began
    /// another.
    boolean overlaps(Place there) {
        return resumed && !there.token.isEmpty() && !there.token.equals(here().token);
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
        String credential = "";
        String callId = "";
        String token = "";
        Duration countryKnown = Duration.ZERO;
        Duration networkKnown = Duration.ZERO;
        Duration deviceKnown = Duration.ZERO;

        /// Event time of the call that came here from elsewhere, microseconds.
        long arrived;

        long last = NEVER;
        int calls;

        String country() {
            return origin.country().isEmpty() ? "an unknown country" : origin.country();
        }

        String words() {
            return country() + (origin.operator().isEmpty() ? "" : ", " + origin.operator());
        }

        private boolean isExactly(Observation seen) {
            return origin.ip().equals(seen.call().origin().ip())
                    && device.equals(seen.call().device());
        }

        private void see(Observation seen, Duration recent) {
            calls = seen.since(last).compareTo(recent) > 0 ? 1 : calls + 1;
            last = seen.micros();
            origin = seen.call().origin();
            device = seen.call().device();
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
            out.writeUTF(device);
            out.writeUTF(credential);
            out.writeUTF(callId);
            out.writeUTF(token);
            out.writeLong(countryKnown.toNanos());
            out.writeLong(networkKnown.toNanos());
            out.writeLong(deviceKnown.toNanos());
            out.writeLong(arrived);
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
                    in.readUTF());
            device = in.readUTF();
            credential = in.readUTF();
            callId = in.readUTF();
            token = in.readUTF();
            countryKnown = Duration.ofNanos(in.readLong());
            networkKnown = Duration.ofNanos(in.readLong());
            deviceKnown = Duration.ofNanos(in.readLong());
            arrived = in.readLong();
            last = in.readLong();
            calls = in.readInt();
        }
    }
}
