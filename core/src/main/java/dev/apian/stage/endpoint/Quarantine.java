// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Call;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Keeps apart what nobody but scanners was served, so that their luck makes no endpoints.
final class Quarantine {

    /// Ids in quarantine, and ids let out of it; beyond, the smallest are forgotten.
    static final int IDS_MAX = 10_000;

    /// Calls up to which an endpoint is judged by who was served.
    private static final long YOUNG_CALLS_MAX = 50;

    /// What was served so seldom, and only to senders who missed more than they hit, is a chance hit.
    private static final long RARE_CALLS_MAX = 2;

    /// Calls served before it is known whether nearly everybody has a credential.
    private static final long SERVED_CALLS_MIN = 20;

    private static final double ANONYMOUS_SHARE_MAX = 0.1;

    private final Scanners scanners = new Scanners();
    private final Set<Long> held = new TreeSet<>();

    /// What was held and then served to somebody who is no scanner.
    private final Set<Long> released = new TreeSet<>();

    private long served;
    private long anonymous;

    /// A call that matches an endpoint.
    void matched(Call call, long sender) {
        if (call.succeeded()) {
            scanners.hit(sender);
            served++;
            anonymous += FactsSoFar.isAnonymous(call) ? 1 : 0;
        } else {
            scanners.missed(sender);
        }
    }

    /// A call that matches none. Tells whether it lets out what was held.
    ///
    /// @param id that its path would have
    boolean unmatched(Call call, long sender, long id) {
        if (!call.succeeded()) {
            scanners.missed(sender);
            return false;
        }
        return !scanners.isSuspect(sender) && held.remove(id) && released.add(id);
    }

    boolean isScanner(long sender) {
        return scanners.isScanner(sender);
    }

    /// Holds what a scanner found. Tells whether that is news.
    boolean hold(long id) {
        return held.add(id);
    }

    Set<Long> held() {
        return Set.copyOf(held);
    }

    /// Takes back what was only found by scanners before they were known to be scanners.
    void takeBack(Register register) {
        for (Known known : List.copyOf(register.all())) {
            if (known.calls() > 0 && known.calls() <= YOUNG_CALLS_MAX && isOfScanners(known)) {
                register.remove(known);
                held.add(known.endpoint().id());
            }
        }
        for (Set<Long> ids : List.of(held, released)) {
            while (ids.size() > IDS_MAX) {
                ids.remove(ids.iterator().next());
            }
        }
    }

    private boolean isOfScanners(Known known) {
        boolean rare = known.calls() <= RARE_CALLS_MAX;
        return Arrays.stream(known.senders()).allMatch(scanners::isScanner)
                || rare && Arrays.stream(known.senders()).allMatch(scanners::isSuspect)
                || known.calls() == 1 && isUnproven(known);
    }

    /// One answer without a structure, to somebody without a credential, where nearly everybody has one: most servers
    /// have a page for any path.
    private boolean isUnproven(Known known) {
        return served >= SERVED_CALLS_MIN
                && anonymous < ANONYMOUS_SHARE_MAX * served
                && known.facts().isBareAndAnonymous()
                && !released.contains(known.endpoint().id());
    }

    void save(DataOutput out) throws IOException {
        scanners.save(out);
        out.writeLong(served);
        out.writeLong(anonymous);
        for (Set<Long> ids : List.of(held, released)) {
            out.writeInt(ids.size());
            for (Long id : ids) {
                out.writeLong(id);
            }
        }
    }

    void load(DataInput in) throws IOException {
        scanners.load(in);
        served = in.readLong();
        anonymous = in.readLong();
        for (Set<Long> ids : List.of(held, released)) {
            for (int left = in.readInt(); left > 0; left--) {
                ids.add(in.readLong());
            }
        }
    }
}
