// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The corpus as its authors lay it out: `data/FOLDER/FILE.csv` and `labels/combined_windows.json`.
final class Corpus {

    private Corpus() {}

    /// All labelled series, ascending by name.
    ///
    /// @throws IllegalArgumentException if a window begins or ends between two records
    static List<Series> read(Path folder) throws IOException {
        JsonNode labels = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("labels").resolve("combined_windows.json")));
        List<Series> corpus = new ArrayList<>();
        for (String name : labels.propertyNames().stream().sorted().toList()) {
            List<String> lines = Files.readAllLines(folder.resolve("data").resolve(name));
            List<Long> micros = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                int comma = line.indexOf(',');
                micros.add(micros(line.substring(0, comma)));
                values.add(Double.valueOf(line.substring(comma + 1)));
            }
            List<Series.Window> windows = StreamSupport.stream(labels.get(name).spliterator(), false)
                    .map(pair -> new Series.Window(place(pair.get(0), micros, name), place(pair.get(1), micros, name)))
                    .toList();
            corpus.add(new Series(name, micros, values, windows));
        }
        return corpus;
    }

    private static int place(JsonNode time, List<Long> micros, String name) {
        int place = Collections.binarySearch(micros, micros(time.asString()));
        if (place < 0) {
            throw new IllegalArgumentException(name + ": no record at " + time.asString());
        }
        return place;
    }

    private static long micros(String time) {
        LocalDateTime parsed = LocalDateTime.parse(time.replace(' ', 'T'));
        return parsed.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }
}
