// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.CoveredHour;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.engine.source.Rejects.Tally;
import dev.apian.lake.Retention;
import dev.apian.stage.profile.Population;
import dev.apian.stage.signal.Rota;
import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running pipeline as people watch it: the engine of this process, or a cluster's through its lake.
public interface Watched extends Closeable {

    AlertShelf alerts();

    Progress progress();

    /// What could not be read, the most frequent reason first.
    List<Tally> rejects();

    /// What came in and was no call.
    Skipped skipped();

    /// What came in from where, null where calls come to somebody else.
    @Nullable
    default Arrivals arrivals() {
        return null;
    }

    /// Whether what people and documents say about paths changes it.
    boolean readsCorrections();

    /// What is known across actors at the moment, [Population#UNKNOWN] where nobody tells.
    Population population();

    /// How much was seen of each of the last hours, the oldest first; nothing where nobody tells.
    List<CoveredHour> coverage();

    /// Has the detections set as the rota says, from the next tick on, where somebody judges calls.
    default void follow(Rota rota) {}

    /// Has so much of the lake kept from now on, where somebody keeps it.
    default void keep(Retention retention) {}

    /// Takes what people say of networks for true, from the next call on, where somebody judges calls.
    default void know(NamedNetworks networks) {}

    /// A question met a damaged file of the lake: whoever writes there may set it aside.
    default void damageMet() {}

    /// Why it does not work, null while it does.
    @Nullable
    String failure();

    /// Why new calls are not judged at the moment though they are kept, null while they are.
    @Nullable
    default String trouble() {
        return null;
    }
}
