// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.Origin;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The sides from which one credential was used lately, and how often it changed between them.
///
/// A side is a network and a device. Networks of one operator are one for one device: carriers move it about.
final class Sides implements State {

    /// A credential used from more at once has long been raised.
    static final int SIDES_MAX = 6;

    static final int CHANGES_MAX = 64;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /// In order of last use, the latest last.
    private final List<Side> sides = new ArrayList<>(1);

    private final List<Change> changes = new ArrayList<>(0);
    private final Trail trail = new Trail();
    private long raisedAt = NEVER;

    /// Notes where a call came from. True if that changed what is known.
    boolean enter(Observation seen, Duration window) {
        if (!sides.isEmpty() && sides.getLast().isExactly(seen)) {
            sides.getLast().last = seen.micros();
            return false;
        }
        forget(seen, window);
        Side side = take(seen);
        Side before = sides.isEmpty() ? null : sides.getLast();
        if (before != null && side.isElsewhereThan(before)) {
            if (changes.isEmpty()) {
                trail.clear();
            }
            if (changes.size() == CHANGES_MAX) {
                changes.removeFirst();
            }
            changes.add(new Change(seen.micros(), !side.device.equals(before.device)));
        }
        if (sides.size() == SIDES_MAX) {
            sides.removeFirst();
        }
        sides.add(side);
        trail.add(seen);
        return true;
    }

    private void forget(Observation seen, Duration window) {
        sides.removeIf(side -> seen.since(side.last).compareTo(window) > 0);
        changes.removeIf(change -> seen.since(change.micros).compareTo(window) > 0);
    }

    /// The side of this call, taken out of the list if it was there.
    private Side take(Observation seen) {
        Side side = new Side();
        side.see(seen);
        for (int i = 0; i < sides.size(); i++) {
            if (sides.get(i).isSameAs(side)) {
                sides.remove(i);
                break;
            }
        }
        return side;
    }

    int otherDevice() {
        return (int) changes.stream().filter(Change::otherDevice).count();
    }

    int sameDevice() {
        return changes.size() - otherDevice();
    }

    int networks() {
        return (int) sides.stream().map(Side::network).distinct().count();
    }

    int countries() {
        return (int) sides.stream()
                .map(side -> side.origin.country())
                .filter(country -> !country.isEmpty())
                .distinct()
                .count();
    }

    /// For how long the least familiar of the networks has been known.
    Duration newestNetwork() {
        return sides.stream()
                .map(side -> side.networkKnown)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    List<Side> all() {
        return List.copyOf(sides);
    }

    long first() {
        return trail.first();
    }

    boolean raisedWithin(Duration silence, Observation seen) {
        return raisedAt != NEVER && seen.since(raisedAt).compareTo(silence) <= 0;
    }

    void raised(long micros) {
        raisedAt = micros;
        changes.clear();
        trail.clear();
    }

    Signal signal(Card card, Observation seen, double strength, String happened, String usual, Evidence... evidence) {
        return trail.signal(card, seen, strength, happened, usual, evidence);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(raisedAt);
        out.writeInt(sides.size());
        for (Side side : sides) {
            side.save(out);
        }
        out.writeInt(changes.size());
        for (Change change : changes) {
            out.writeLong(change.micros);
            out.writeBoolean(change.otherDevice);
        }
        trail.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        raisedAt = in.readLong();
        sides.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Side side = new Side();
            side.load(in);
            sides.add(side);
        }
        changes.clear();
        for (int left = in.readInt(); left > 0; left--) {
            changes.add(new Change(in.readLong(), in.readBoolean()));
        }
        trail.load(in);
    }

    private record Change(long micros, boolean otherDevice) {}

    /// One network and device, and how well the actor was known there at the last change to it.
    static final class Side implements State {

        private Origin origin = Origin.UNKNOWN;

        /// One name for networks that share their actors.
        private String place = "";

        private String device = "";
        private Duration networkKnown = Duration.ZERO;
        private long last;

        String network() {
            return origin.asn() == 0 ? origin.network() : "AS" + origin.asn();
        }

        String words() {
            String where = origin.country().isEmpty() ? "" : " in " + origin.country();
            return origin.network() + where + " with " + device;
        }

        private boolean isExactly(Observation seen) {
            return origin.ip().equals(seen.call().origin().ip())
                    && device.equals(seen.call().device());
        }

        private boolean isSameAs(Side other) {
            return network().equals(other.network()) && device.equals(other.device);
        }

        /// Whether a change between the two says something. IPv4 and IPv6 of one operator, or of one device,
        /// are one.
        private boolean isElsewhereThan(Side other) {
            boolean bothFamilies = isIpv6() != other.isIpv6();
            boolean operatorsUnknown = origin.asn() == 0 || other.origin.asn() == 0;
            return !network().equals(other.network())
                    && !place.equals(other.place)
                    && !(bothFamilies && (device.equals(other.device) || operatorsUnknown));
        }

        private boolean isIpv6() {
            return origin.ip().indexOf(':') >= 0;
        }

        private void see(Observation seen) {
            origin = seen.call().origin();
            place = seen.identified().place();
            device = seen.call().device();
            networkKnown = seen.profile().familiar(Trait.NETWORK);
            last = seen.micros();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeUTF(origin.ip());
            out.writeUTF(origin.country());
            out.writeUTF(place);
            out.writeLong(origin.asn());
            out.writeUTF(device);
            out.writeLong(networkKnown.toNanos());
            out.writeLong(last);
        }

        @Override
        public void load(DataInput in) throws IOException {
            String ip = in.readUTF();
            String country = in.readUTF();
            place = in.readUTF();
            origin = new Origin(ip, country, Double.NaN, Double.NaN, 0, in.readLong(), "");
            device = in.readUTF();
            networkKnown = Duration.ofNanos(in.readLong());
            last = in.readLong();
        }
    }
}
