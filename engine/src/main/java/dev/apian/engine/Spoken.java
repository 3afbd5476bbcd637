// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.stage.identity.Ruling;
import dev.apian.stage.signal.Rota;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people said about paths, about who is who and about detections, and that the engine follows it.
final class Spoken {

    private final Corrections corrections;
    private @Nullable List<Ruling> ruled;
    private long unread;

    /// Set by any thread; null leaves the detections as they were given.
    private volatile @Nullable Rota rota;

    Spoken(Corrections corrections) {
        this.corrections = corrections;
    }

    void begin(Front front) throws IOException {
        front.correct(corrections.inForce());
    }

    /// What people said since the last tick holds from this one on, and histories follow who is who. While their file
    /// cannot be read, what it said before holds, and [#unread] tells.
    @SuppressWarnings("ReferenceEquality") // another list says that something changed
    void follow(Front front, Shards shards, Pipeline pipeline, long micros) {
        Rota told = rota;
        if (told != null) {
            pipeline.follow(told.at(micros));
        }
        try {
            front.correct(corrections.inForce());
            List<Ruling> rulings = corrections.rulingsInForce();
            if (rulings != ruled) {
                front.rule(rulings);
                shards.follow(rulings, micros);
                ruled = rulings;
            }
            unread = 0;
        } catch (IOException e) {
            unread = 1;
        }
    }

    void follow(Rota other) {
        rota = other;
    }

    /// 1 while the file cannot be read.
    long unread() {
        return unread;
    }
}
