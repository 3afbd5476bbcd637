// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Builds calls for stories; what a story does not say is the same for all calls.
public final class Calls {

    public static final long SECOND = Clock.SECOND;
    public static final long MINUTE = Clock.MINUTE;
    public static final long HOUR = Clock.HOUR;
    public static final long DAY = Clock.DAY;

    private final List<TrueCall> calls = new ArrayList<>();
    private TrueCall next = new TrueCall(
            0, "ann", "person", "GET /v1/orders", List.of(), 200, "192.0.2.1", "CH", 47.4, 8.5, 3303, "app/1", 500, "");

    public static Calls of(String actor) {
        var calls = new Calls();
        calls.next = calls.with(actor, calls.next.endpoint(), calls.next.status(), "");
        return calls;
    }

    public Calls endpoint(String endpoint) {
        next = with(next.actor(), endpoint, next.status(), next.attack());
        return this;
    }

    public Calls status(int status) {
        next = with(next.actor(), next.endpoint(), status, next.attack());
        return this;
    }

    public Calls attack(String attack) {
        next = with(next.actor(), next.endpoint(), next.status(), attack);
        return this;
    }

    public Calls entity(String... entities) {
        next = new TrueCall(
                0,
                next.actor(),
                next.kind(),
                next.endpoint(),
                List.of(entities),
                next.status(),
                next.address(),
                next.country(),
                next.latitude(),
                next.longitude(),
                next.autonomousSystem(),
                next.userAgent(),
                next.responseBytes(),
                next.attack());
        return this;
    }

    public Calls from(String address, String country, double latitude, double longitude, int autonomousSystem) {
        next = new TrueCall(
                0,
                next.actor(),
                next.kind(),
                next.endpoint(),
                next.entities(),
                next.status(),
                address,
                country,
                latitude,
                longitude,
                autonomousSystem,
                next.userAgent(),
                next.responseBytes(),
                next.attack());
        return this;
    }

    public Calls from(String address) {
        return from(address, next.country(), next.latitude(), next.longitude(), next.autonomousSystem());
    }

    public Calls at(long micros) {
        calls.add(new TrueCall(
                micros,
                next.actor(),
                next.kind(),
                next.endpoint(),
                next.entities(),
                next.status(),
                next.address(),
                next.country(),
                next.latitude(),
                next.longitude(),
                next.autonomousSystem(),
                next.userAgent(),
                next.responseBytes(),
                next.attack()));
        return this;
    }

    /// So many calls, the first at `micros`.
    public Calls times(int count, long micros, long gap) {
        for (var i = 0; i < count; i++) {
            at(micros + i * gap);
        }
        return this;
    }

    public List<TrueCall> list() {
        calls.sort(Comparator.comparingLong(TrueCall::micros));
        return List.copyOf(calls);
    }

    static List<Finding> findings(Rival rival, Calls... stories) {
        var all = new ArrayList<TrueCall>();
        for (var story : stories) {
            all.addAll(story.list());
        }
        all.sort(Comparator.comparingLong(TrueCall::micros));
        var findings = new ArrayList<Finding>();
        all.forEach(call -> rival.see(call, findings::add));
        rival.end(findings::add);
        return findings;
    }

    private TrueCall with(String actor, String endpoint, int status, String attack) {
        return new TrueCall(
                0,
                actor,
                next.kind(),
                endpoint,
                next.entities(),
                status,
                next.address(),
                next.country(),
                next.latitude(),
                next.longitude(),
                next.autonomousSystem(),
                next.userAgent(),
                next.responseBytes(),
                attack);
    }
}
