// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.lake.LakeFile;
import dev.apian.lake.row.ListedJson;
import dev.apian.stage.endpoint.Listed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What waits for a checkpoint to become visible in the lake.
public sealed interface Lakebound {

    /// Rows in a durable file that no reader sees yet.
    record Rows(LakeFile file) implements Lakebound {}

    /// The endpoints as they are now.
    record Endpoints(List<Listed> endpoints) implements Lakebound {}

    default void save(DataOutput out) throws IOException {
        switch (this) {
            case Rows(LakeFile file) -> {
                out.writeBoolean(true);
                file.save(out);
            }
            case Endpoints(List<Listed> endpoints) -> {
                out.writeBoolean(false);
                out.writeInt(endpoints.size());
                for (Listed endpoint : endpoints) {
                    byte[] json = ListedJson.of(endpoint).toString().getBytes(UTF_8);
                    out.writeInt(json.length);
                    out.write(json);
                }
            }
        }
    }

    static Lakebound read(DataInput in) throws IOException {
        if (in.readBoolean()) {
            return new Rows(LakeFile.read(in));
        }
        List<Listed> endpoints = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] json = new byte[in.readInt()];
            in.readFully(json);
            endpoints.add(ListedJson.read(new String(json, UTF_8)));
        }
        return new Endpoints(endpoints);
    }
}
