// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Preferences;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.lake.Retention;
import dev.apian.server.live.RetentionSetting;
import dev.apian.server.networks.NetworkList;
import dev.apian.server.tuning.Tuned;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Rota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What people said of the engine of a data directory, for one that begins there.
///
/// @param rota      how the detections are set when
/// @param networks  what people say of them
/// @param retention how much is kept; empty while the command line holds. Nothing may be deleted before it is known
public record StoredSettings(Rota rota, NamedNetworks networks, Optional<Retention> retention) {

    /// Looks into the catalogue once, and makes none where there is none.
    ///
    /// @param defaults the detections as they come
    public static StoredSettings of(Path data, List<Detector<?>> defaults) throws IOException {
        if (!Files.exists(data.resolve(Catalogue.FILE))) {
            Rota rota = Rota.always(Detections.of(defaults));
            return new StoredSettings(rota, NamedNetworks.NONE, Optional.empty());
        }
        try (Catalogue catalogue = Catalogue.open(Catalogue.urlIn(data))) {
            Preferences preferences = catalogue.preferences();
            return new StoredSettings(
                    Tuned.open(defaults, catalogue.tunings()).rota(),
                    NetworkList.open(preferences).latest(),
                    new RetentionSetting(preferences).get());
        }
    }
}
