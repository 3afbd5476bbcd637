// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import dev.apian.engine.Installation;
import dev.apian.server.live.LiveEngine;
import dev.apian.server.live.LiveSettings;
import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.call.TypedReader;
import dev.apian.stage.signal.Detector;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// An engine on a data directory, and the readers of records for it.
///
/// @param reader   of lines
/// @param typed    of records that protocols tell value by value
/// @param settings for readers of other formats
public record Ingest(LiveEngine engine, CallReader reader, TypedReader typed, ReaderSettings settings) {

    /// Opens the data directory. What it throws says what to do.
    public static Ingest open(ServerSettings settings, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        return open(Installation.open(settings.data()), settings, detectors, clock);
    }

    /// Opens what is in a data directory.
    ///
    /// @param installation is closed with the engine, also if this fails
    static Ingest open(
            Installation installation, ServerSettings settings, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        ReaderSettings reading = ReaderSettings.of(
                installation.key(),
                () -> clock.instant().plus(ApianServer.CLOCK_AHEAD_MAX).toEpochMilli() * 1_000);
        try {
            StoredSettings stored = StoredSettings.of(settings.data(), detectors);
            LiveSettings live = stored.retention()
                    .map(settings.live().keeping()::withRetention)
                    .map(settings.live()::withKeeping)
                    .orElse(settings.live());
            return new Ingest(
                    LiveEngine.start(installation, stored.rota(), stored.networks(), live, settings.geo(), clock),
                    new AutoReader(reading),
                    new TypedReader(reading),
                    reading);
        } catch (IOException | RuntimeException e) {
            installation.close();
            throw e;
        }
    }
}
