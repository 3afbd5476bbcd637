// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tenants of one API, and what is known of whose their things are. Every call is looked at twice: by what is
/// remembered since the start, and by what was saved and loaded since the call before; both must agree.
final class Neighbours {

    private final Owners steady = new Owners();
    private Owners restarted = new Owners();

    /// @param organization as the gateway tells it, null if nobody does
    record Somebody(String name, @Nullable String organization) {

        Actor actor() {
            return new Actor(Hash.of(name), name, Actor.Kind.USER);
        }

        /// The same where nobody tells the tenant.
        Somebody untold() {
            return new Somebody(name, null);
        }
    }

    static Somebody of(String organization, String name) {
        return new Somebody(name, organization);
    }

    static Somebody untold(String name) {
        return new Somebody(name, null);
    }

    /// Whose the first entity that the call names was before it.
    Whose whose(Somebody who, SomeCall call) {
        return see(who.actor(), who.organization(), call).getFirst();
    }

    void see(Somebody who, SomeCall call) {
        see(who.actor(), who.organization(), call);
    }

    List<Whose> see(Actor actor, @Nullable String organization, SomeCall call) {
        var touched = Entities.of(Templates.NONE.route(told(call.call(), organization)));
        List<Whose> one = steady.take(touched, actor);
        List<Whose> other = restarted.take(touched, actor);
        if (!one.equals(other)) {
            throw new AssertionError("after a restart: " + other + ", without: " + one);
        }
        restarted = Saved.reloaded(restarted, new Owners());
        return one;
    }

    /// An answer that lists things of a type: `orders`, from a first id, so many.
    static SomeCall list(String collection, int from, int size) {
        SomeCall list = SomeCall.get("/" + collection);
        for (int i = 0; i < size; i++) {
            list = list.shows(collection, "id", "" + (from + i));
        }
        return list;
    }

    /// Ten organizations look at ten orders each, their own from 1000, 1010, and so on, time and again: orders belong
    /// to
    /// one tenant, and tenants are told.
    void lookAtTheirOrders() {
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 10; i++) {
                see(of("organization " + i, "clerk " + i), list("orders", 1_000 + 10 * i, 10));
            }
        }
    }

    /// The same with ten actors of whom nobody tells the tenant.
    void lookAtTheirOrdersUntold() {
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 10; i++) {
                see(untold("customer " + i), list("orders", 1_000 + 10 * i, 10));
            }
        }
    }

    private static Call told(Call call, @Nullable String organization) {
        return new Call(
                call.id(),
                call.micros(),
                call.method(),
                call.host(),
                call.path(),
                call.route(),
                call.status(),
                call.origin(),
                call.userAgent(),
                call.device(),
                organization,
                call.roles(),
                call.presented(),
                call.granted(),
                call.fields(),
                call.content(),
                call.responseSeen(),
                call.requestBytes(),
                call.responseBytes(),
                call.durationMicros());
    }
}
