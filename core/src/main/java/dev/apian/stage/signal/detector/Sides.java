// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stream.Codec;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sides from which the credentials of one consumer were used lately, how often each changed between its sides, and
/// how often they usually do.
///
/// A side is a credential, a network and a device. Networks of one operator are one for one device: carriers move it
/// about.
final class Sides implements State {

    /// A consumer with more at once has long been raised, or is a team.
    static final int SIDES_MAX = 8;

    static final int CHANGES_MAX = 64;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /// In order of last use, the latest last.
    private final List<Side> sides = new ArrayList<>(1);

    private final List<Change> changes = new ArrayList<>(0);
    private final Flips toOtherDevices = new Flips();
    private final Flips ofOneDevice = new Flips();
    private final Trail trail = new Trail();
    private long raisedAt = NEVER;

    /// Notes where a call came from. True if its credential was somewhere else before.
    boolean enter(Observation seen, Facet credential, Duration window) {
        long micros = window.toMillis() * 1_000;
        toOtherDevices.call(seen.micros(), micros);
        ofOneDevice.call(seen.micros(), micros);
        if (!sides.isEmpty() && sides.getLast().isExactly(seen, credential)) {
            sides.getLast().last = seen.micros();
            return false;
        }
        forget(seen, window);
        Side before = lastOf(credential);
        Side side = take(seen, credential);
        boolean changed = before != null && side.isElsewhereThan(before);
        if (changed && before != null) {
            if (changes.isEmpty()) {
                trail.clear();
            }
            if (changes.size() == CHANGES_MAX) {
                changes.removeFirst();
            }
            changes.add(new Change(seen.micros(), credential.value(), !side.isSameDevice(before)));
        }
        if (sides.size() == SIDES_MAX) {
            sides.removeFirst();
        }
        sides.add(side);
        trail.add(seen);
        return changed;
    }

    private @Nullable Side lastOf(Facet credential) {
        for (Side side : sides.reversed()) {
            if (side.credential.equals(credential.value())) {
                return side;
            }
        }
        return null;
    }

    /// What is over becomes what is usual.
    private void forget(Observation seen, Duration window) {
        sides.removeIf(side -> seen.since(side.last).compareTo(window) > 0);
        changes.removeIf(change -> {
            boolean over = seen.since(change.micros).compareTo(window) > 0;
            if (over) {
                (change.otherDevice ? toOtherDevices : ofOneDevice).learn();
            }
            return over;
        });
    }

    /// The side of this call, taken out of the list if it was there.
    private Side take(Observation seen, Facet credential) {
        Side side = new Side();
        side.see(seen, credential);
        for (int i = 0; i < sides.size(); i++) {
            if (sides.get(i).isSameAs(side)) {
                sides.remove(i);
                break;
            }
        }
        return side;
    }

    /// How often this credential went to another network within the window, with another device or the same.
    int changes(Facet credential, boolean otherDevice) {
        return (int) changes.stream()
                .filter(change -> change.otherDevice == otherDevice && change.credential.equals(credential.value()))
                .count();
    }

    /// How often credentials of this consumer usually change.
    Flips usually(boolean otherDevice) {
        return otherDevice ? toOtherDevices : ofOneDevice;
    }

    /// Where this credential was used within the window, the latest last.
    List<Side> all(Facet credential) {
        return sides.stream()
                .filter(side -> side.credential.equals(credential.value()))
                .toList();
    }

    long first() {
        return trail.first();
    }

    boolean raisedWithin(Duration silence, Observation seen) {
        return raisedAt != NEVER && seen.since(raisedAt).compareTo(silence) <= 0;
    }

    void raised(long micros) {
        raisedAt = micros;
    }

    Signal signal(Card card, Observation seen, double strength, String happened, String usual, Evidence... evidence) {
        return trail.signal(card, seen, strength, happened, usual, evidence);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        toOtherDevices.save(out);
        ofOneDevice.save(out);
        out.writeLong(raisedAt);
        out.writeInt(sides.size());
        for (Side side : sides) {
            side.save(out);
        }
        out.writeInt(changes.size());
        for (Change change : changes) {
            out.writeLong(change.micros);
            out.writeUTF(change.credential);
            out.writeBoolean(change.otherDevice);
        }
        trail.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        toOtherDevices.load(in);
        ofOneDevice.load(in);
        raisedAt = in.readLong();
        sides.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Side side = new Side();
            side.load(in);
            sides.add(side);
        }
        changes.clear();
        for (int left = in.readInt(); left > 0; left--) {
            changes.add(new Change(in.readLong(), in.readUTF(), in.readBoolean()));
        }
        trail.load(in);
    }

    private record Change(long micros, String credential, boolean otherDevice) {}

    /// One network and device, and how well the actor was known there at the last change to it.
    static final class Side implements State {

        private String credential = "";
        private Origin origin = Origin.UNKNOWN;

        /// One name for networks that share their actors.
        private String place = "";

        private String device = "";

        /// The whole user agent, as a number: two browsers of one sort differ in their versions.
        private long agent;

        private Duration networkKnown = Duration.ZERO;
        private Duration deviceKnown = Duration.ZERO;
        private long last;

        String network() {
            return origin.asn() == 0 ? origin.network() : "AS" + origin.asn();
        }

        String country() {
            return origin.country();
        }

        NetworkKind kind() {
            return origin.kind();
        }

        boolean isEgress() {
            return origin.kind() == NetworkKind.EGRESS;
        }

        Duration networkKnown() {
            return networkKnown;
        }

        Duration deviceKnown() {
            return deviceKnown;
        }

        String words() {
            String where = origin.country().isEmpty() ? "" : " in " + origin.country();
            return origin.network() + where + " with " + device;
        }

        private boolean isExactly(Observation seen, Facet shown) {
            return origin.ip().equals(seen.call().origin().ip())
                    && credential.equals(shown.value())
                    && agent == Hash.of(seen.call().userAgent());
        }

        private boolean isSameAs(Side other) {
            return network().equals(other.network()) && isSameDevice(other) && credential.equals(other.credential);
        }

        private boolean isSameDevice(Side other) {
            return agent == other.agent && device.equals(other.device);
        }

        /// Whether a change between the two says something. One device may have any address of its operator, IPv4
        /// and IPv6; two devices with one token need not share a line, unless nothing is known of operators.
        private boolean isElsewhereThan(Side other) {
            boolean bothFamilies = isIpv6() != other.isIpv6();
            boolean operatorsUnknown = origin.asn() == 0 || other.origin.asn() == 0;
            boolean apart = isSameDevice(other)
                    ? !network().equals(other.network()) && !bothFamilies
                    : !origin.network().equals(other.origin.network()) && !(bothFamilies && operatorsUnknown);
            return apart && !place.equals(other.place);
        }

        private boolean isIpv6() {
            return origin.ip().indexOf(':') >= 0;
        }

        private void see(Observation seen, Facet shown) {
            Origin from = seen.call().origin();
            credential = shown.value();
            origin = new Origin(
                    from.ip(), from.country(), Double.NaN, Double.NaN, 0, from.asn(), "", from.likelyKind(), "");
            place = seen.identified().place();
            device = seen.call().device();
            agent = Hash.of(seen.call().userAgent());
            networkKnown = seen.profile().familiar(Trait.NETWORK);
            deviceKnown = seen.profile().familiar(Trait.DEVICE);
            last = seen.micros();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeUTF(credential);
            out.writeUTF(origin.ip());
            out.writeUTF(origin.country());
            out.writeLong(origin.asn());
            Codec.writeEnum(out, origin.kind());
            out.writeUTF(place);
            out.writeUTF(device);
            out.writeLong(agent);
            out.writeLong(networkKnown.toNanos());
            out.writeLong(deviceKnown.toNanos());
            out.writeLong(last);
        }

        @Override
        public void load(DataInput in) throws IOException {
            credential = in.readUTF();
            String ip = in.readUTF();
            String country = in.readUTF();
            long asn = in.readLong();
            NetworkKind kind = Codec.readEnum(in, NetworkKind.class);
            origin = new Origin(ip, country, Double.NaN, Double.NaN, 0, asn, "", kind, "");
            place = in.readUTF();
            device = in.readUTF();
            agent = in.readLong();
            networkKnown = Duration.ofNanos(in.readLong());
            deviceKnown = Duration.ofNanos(in.readLong());
            last = in.readLong();
        }
    }
}
