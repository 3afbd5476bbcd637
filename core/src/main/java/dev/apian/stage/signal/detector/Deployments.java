// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Trail;
import dev.apian.stream.Codec;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The places where one machine's credentials are used: an operator's network in a country, and the program there.
final class Deployments implements State {

    /// Regions, their spare ones, and a developer's; the one that was used least lately gives way.
    static final int SITES_MAX = 12;

    /// As many as are needed to see that several moved together.
    static final int CREDENTIALS_MAX = 4;

    private static final double DAY_MICROS = 24 * 3_600e6;
    private static final long NEVER = Long.MIN_VALUE / 2;

    /// In order of last use, the latest last.
    private final List<Site> sites = new ArrayList<>(1);

    private long since = NEVER;
    private int opened;

    /// Notes where a call came from.
    void enter(Observation seen) {
        if (since == NEVER) {
            since = seen.micros();
        }
        Site site = take(seen);
        if (site == null) {
            site = new Site(seen);
            opened += sites.isEmpty() ? 0 : 1;
            if (sites.size() == SITES_MAX) {
                sites.removeFirst();
            }
        }
        sites.add(site);
        site.see(seen);
        if (site.first != since) {
            site.follow(seen);
        }
    }

    private @Nullable Site take(Observation seen) {
        for (int i = sites.size() - 1; i >= 0; i--) {
            if (sites.get(i).isOf(seen)) {
                return sites.remove(i);
            }
        }
        return null;
    }

    /// The latest place that is still new; null if none is.
    @Nullable
    Site newest(Observation seen, Duration fresh) {
        Site newest = null;
        for (Site site : sites) {
            boolean isNew = site.first != since && seen.since(site.first).compareTo(fresh) <= 0;
            if (isNew && (newest == null || site.first > newest.first)) {
                newest = site;
            }
        }
        return newest;
    }

    /// The places that were there before this one.
    List<Site> before(Site site) {
        return sites.stream().filter(other -> other.first < site.first).toList();
    }

    String wordsBefore(Site site) {
        return before(site).stream()
                .map(other -> other.words() + " with " + other.program)
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    Duration knownFor(Observation seen) {
        return seen.since(since);
    }

    /// New places a day, the one at hand left out.
    double sitesADay(Observation seen, Prior prior) {
        double days = (seen.micros() - since) / DAY_MICROS;
        return (prior.sites + Math.max(0, opened - 1)) / (prior.days + days);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(since);
        out.writeInt(opened);
        out.writeInt(sites.size());
        for (Site site : sites) {
            site.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        since = in.readLong();
        opened = in.readInt();
        sites.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Site site = new Site();
            site.load(in);
            sites.add(site);
        }
    }

    /// What is assumed before a machine was watched.
    ///
    /// @param sites new ones
    /// @param days in so many days
    record Prior(double sites, double days) {
        double rate() {
            return sites / days;
        }
    }

    /// One operator's network in one country, and the program that calls from it.
    static final class Site implements State {

        private String operator = "";
        private String country = "";
        private NetworkKind kind = NetworkKind.UNKNOWN;
        private String program = "";
        private long first;
        private long last;
        private int calls;
        private boolean raised;
        private final List<Long> credentials = new ArrayList<>(1);
        private final Trail trail = new Trail();

        private Site() {}

        private Site(Observation seen) {
            Origin origin = seen.call().origin();
            operator = operatorOf(origin);
            country = origin.country();
            kind = origin.likelyKind();
            program = seen.call().userAgent();
            first = seen.micros();
        }

        private static String operatorOf(Origin origin) {
            return origin.asn() == 0 ? origin.network() : "AS" + origin.asn();
        }

        private boolean isOf(Observation seen) {
            Origin origin = seen.call().origin();
            return country.equals(origin.country())
                    && program.equals(seen.call().userAgent())
                    && operator.equals(operatorOf(origin));
        }

        private void see(Observation seen) {
            last = seen.micros();
            calls = calls == Integer.MAX_VALUE ? calls : calls + 1;
            Facet shown = seen.identified().credential();
            boolean lasting =
                    shown != null && (shown.kind() == Facet.Kind.API_KEY || shown.kind() == Facet.Kind.CERTIFICATE);
            if (shown != null && lasting && credentials.size() < CREDENTIALS_MAX) {
                long key = Hash.of(shown.value());
                if (!credentials.contains(key)) {
                    credentials.add(key);
                }
            }
        }

        /// Remembers the call itself. Of the first place nobody asks that: it is never a new one.
        private void follow(Observation seen) {
            if (!trail.isFull()) {
                trail.add(seen);
            }
        }

        boolean isSameOperator(Site other) {
            return operator.equals(other.operator);
        }

        /// Down to its version.
        boolean isSameProgram(Site other) {
            return program.equals(other.program);
        }

        /// Whether the other went on after this one had begun.
        boolean isBesides(Site other) {
            return other.last > first;
        }

        /// How many keys and certificates were seen here.
        int credentials() {
            return credentials.size();
        }

        NetworkKind kind() {
            return kind;
        }

        int calls() {
            return calls;
        }

        long first() {
            return first;
        }

        String program() {
            return program.isEmpty() ? "an unnamed program" : program;
        }

        String words() {
            return operator + (country.isEmpty() ? "" : " in " + country);
        }

        Trail trail() {
            return trail;
        }

        boolean isRaised() {
            return raised;
        }

        void raise() {
            raised = true;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeUTF(operator);
            out.writeUTF(country);
            Codec.writeEnum(out, kind);
            out.writeUTF(program);
            out.writeLong(first);
            out.writeLong(last);
            out.writeInt(calls);
            out.writeBoolean(raised);
            out.writeInt(credentials.size());
            for (long credential : credentials) {
                out.writeLong(credential);
            }
            trail.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            operator = in.readUTF();
            country = in.readUTF();
            kind = Codec.readEnum(in, NetworkKind.class);
            program = in.readUTF();
            first = in.readLong();
            last = in.readLong();
            calls = in.readInt();
            raised = in.readBoolean();
            credentials.clear();
            for (int left = in.readInt(); left > 0; left--) {
                credentials.add(in.readLong());
            }
            trail.load(in);
        }
    }
}
