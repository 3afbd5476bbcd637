// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One call with everything the earlier stages found out about it. A detector needs nothing else.
public record Observation(Identified identified, Profile profile) {

    public Call call() {
        return identified.call();
    }

    public Instant at() {
        return call().at();
    }

    public long micros() {
        return identified.micros();
    }

    /// How long ago something was, zero if it is later.
    public Duration since(long earlierMicros) {
        long micros = Math.max(0, micros() - earlierMicros);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    public Actor actor() {
        return identified.actor();
    }

    public Endpoint endpoint() {
        return identified.endpoint();
    }

    public List<EntityRef> entities() {
        return identified.touched();
    }

    public boolean answered() {
        return call().status() >= 200 && call().status() < 300;
    }
}
