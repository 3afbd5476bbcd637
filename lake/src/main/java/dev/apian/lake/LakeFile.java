// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// A durable file that waits to be published.
///
/// @param file relative to the folder of its table
public record LakeFile(Table table, String file, long rows) {

    public void save(DataOutput out) throws IOException {
        out.writeUTF(table.name());
        out.writeUTF(file);
        out.writeLong(rows);
    }

    public static LakeFile read(DataInput in) throws IOException {
        return new LakeFile(Table.valueOf(in.readUTF()), in.readUTF(), in.readLong());
    }

    /// As the list has it: a cluster lists only what a checkpoint covers.
    Manifest.Entry entry() {
        return new Manifest.Entry(file, rows, true);
    }
}
