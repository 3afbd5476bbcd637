// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The indexes used lately, mapped and found whole once. A file never changes once it has its name, nor does its
/// index.
final class ActorIndexes {

    /// An eighth of the mappings that Linux lets a process have; there are a few for each day.
    static final int INDEXES_MAX = 8_192;

    private final Map<Path, ActorIndex> mapped = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ActorIndex> eldest) {
            return size() > INDEXES_MAX;
        }
    };

    synchronized Optional<ActorIndex> of(Path file) throws IOException {
        ActorIndex known = mapped.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ActorIndex> index = ActorIndex.of(file);
        index.ifPresent(fresh -> mapped.put(file, fresh));
        return index;
    }

    /// Lets go of files that are in the lake no more: their disk is not free before.
    synchronized void keepOnly(Set<Path> files) {
        mapped.keySet().retainAll(files);
    }
}
