// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.engine.EngineSettings;
import dev.apian.engine.Keeping;
import dev.apian.engine.geo.NamedNetworks;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.TrustedProxies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What to analyse, and how.
///
/// @param files   paths, `-` is standard input; in any order
/// @param format  of all of them
/// @param data    the data directory, made if there is none
/// @param out     where `alerts.ndjson` goes besides
/// @param again   read files even if they were analysed before
/// @param readers threads that read records
/// @param proxies whose word about a client's address is taken
/// @param geo     where addresses are: `.mmdb` databases and `.csv` files of operators' ranges; may be none
/// @param networks what people say of them, which wins
/// @param keeping how much is kept, and of the disk left free
public record AnalyzeSettings(
        List<Path> files,
        Format format,
        Path data,
        Optional<Path> out,
        boolean again,
        int readers,
        TrustedProxies proxies,
        List<Path> geo,
        NamedNetworks networks,
        EngineSettings engine,
        Keeping keeping) {

    public static AnalyzeSettings of(List<Path> files, Path data) {
        return new AnalyzeSettings(
                files,
                Format.AUTO,
                data,
                Optional.empty(),
                false,
                EngineSettings.DEFAULT.threads(),
                TrustedProxies.PRIVATE,
                List.of(),
                NamedNetworks.NONE,
                EngineSettings.DEFAULT,
                Keeping.DEFAULT);
    }

    public AnalyzeSettings withOut(Path folder) {
        return new AnalyzeSettings(
                files, format, data, Optional.of(folder), again, readers, proxies, geo, networks, engine, keeping);
    }

    public AnalyzeSettings withAgain() {
        return new AnalyzeSettings(files, format, data, out, true, readers, proxies, geo, networks, engine, keeping);
    }

    public AnalyzeSettings withFormat(Format other) {
        return new AnalyzeSettings(files, other, data, out, again, readers, proxies, geo, networks, engine, keeping);
    }

    public AnalyzeSettings withReaders(int threads) {
        return new AnalyzeSettings(files, format, data, out, again, threads, proxies, geo, networks, engine, keeping);
    }

    public AnalyzeSettings withEngine(EngineSettings other) {
        return new AnalyzeSettings(files, format, data, out, again, readers, proxies, geo, networks, other, keeping);
    }

    public AnalyzeSettings withKeeping(Keeping other) {
        return new AnalyzeSettings(files, format, data, out, again, readers, proxies, geo, networks, engine, other);
    }
}
