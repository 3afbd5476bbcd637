// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.lake.LakeFile;
import dev.apian.stage.endpoint.Templates;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What waits for a checkpoint to become visible in the lake.
public sealed interface Lakebound {

    /// Rows in a durable file that no reader sees yet.
    record Rows(LakeFile file) implements Lakebound {}

    /// The endpoints as they are now.
    record Endpoints(Templates templates) implements Lakebound {}

    default void save(DataOutput out) throws IOException {
        switch (this) {
            case Rows(LakeFile file) -> {
                out.writeBoolean(true);
                file.save(out);
            }
            case Endpoints(Templates templates) -> {
                out.writeBoolean(false);
                templates.save(out);
            }
        }
    }

    static Lakebound read(DataInput in) throws IOException {
        return in.readBoolean() ? new Rows(LakeFile.read(in)) : new Endpoints(Templates.read(in));
    }
}
