// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The indexes read lately, within a bound. A file never changes once it has its name, nor does its index.
final class ActorIndexes {

    /// A million calls of twenty thousand actors have an index of about half a megabyte.
    static final long BYTES_MAX = 128L << 20;

    private final Map<Path, ActorIndex> read = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized Optional<ActorIndex> of(Path file) throws IOException {
        ActorIndex known = read.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ActorIndex> index = ActorIndex.of(file);
        index.ifPresent(fresh -> keep(file, fresh));
        return index;
    }

    private void keep(Path file, ActorIndex index) {
        read.put(file, index);
        bytes += index.size();
        Iterator<ActorIndex> oldest = read.values().iterator();
        while (bytes > BYTES_MAX && read.size() > 1) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
