// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import dev.apian.server.http.Problem;
import dev.apian.server.journal.PushKey;
import dev.apian.server.live.Admission.Admitted;
import dev.apian.server.live.Admission.TurnedAway;
import dev.apian.server.live.LiveEngine;
import dev.apian.server.live.Refused;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door that all pushed calls come through, whatever protocol brought them: durable, or a [Problem] that says to
/// send them again.
public final class Intake {

    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final LiveEngine engine;

    public Intake(LiveEngine engine) {
        this.engine = engine;
    }

    /// Takes in the calls of a batch, all or none, and counts the rest of it. They are in the journal when it returns.
    public void take(Batch batch) {
        take(batch.source(), batch.calls(), null);
        batch.countIn(engine.refused(), engine.skipped());
    }

    /// Takes calls in, all or none. True if an equal push with the same key was there before.
    boolean take(String source, List<Call> calls, @Nullable PushKey key) {
        if (calls.isEmpty()) {
            return false;
        }
        try {
            return switch (engine.offer(calls, key)) {
                case Admitted admitted -> {
                    engine.arrivals().took(source, admitted.before() ? 0 : calls.size());
                    yield admitted.before();
                }
                case TurnedAway away -> throw NoRoom.problem(away);
            };
        } catch (IOException e) {
            LOG.error("calls could not be taken: {}", e.getMessage());
            throw Problem.busy(
                    "engine",
                    0,
                    0,
                    "The calls could not be stored, nothing was acknowledged; send the same again later. The server's"
                            + " log says why.",
                    RETRY_AFTER);
        }
    }

    /// Counts bytes that are no message of their protocol. They are not shown: they may hold secrets in any form.
    public void refuse(String source, String found) {
        engine.refused().add(source, new Rejected(Reason.MALFORMED, found, ""), 1);
    }

    Refused refused() {
        return engine.refused();
    }
}
