// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.lake.LakeFile;
import dev.apian.lake.LakeWriter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Writes rows into files of its own, and hands the files to [LakeCommitOperator] just before each checkpoint.
///
/// Rows that came after the last checkpoint are in no file that was handed over, so after a failure they come
/// again and are in the lake once.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class LakeWriteOperator<I> extends AbstractStreamOperator<Lakebound>
        implements OneInputStreamOperator<I, Lakebound> {

    private static final long serialVersionUID = 1;

    private final String folder;
    private final Row<I> row;
    private transient LakeWriter writer;

    /// @param row how an item becomes a row
    public LakeWriteOperator(Path lake, Row<I> row) {
        this.folder = lake.toString();
        this.row = row;
    }

    @Override
    public void open() throws Exception {
        super.open();
        writer = LakeWriter.open(Path.of(folder), UUID.randomUUID().toString());
    }

    @Override
    public void processElement(StreamRecord<I> element) throws IOException {
        row.append(element.getValue(), writer);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws IOException {
        handOver();
    }

    /// What comes after the end of the input is not heard downstream, so the last files go now.
    @Override
    public void finish() throws Exception {
        handOver();
        super.finish();
    }

    private void handOver() throws IOException {
        for (LakeFile file : writer.prepare()) {
            output.collect(new StreamRecord<>(new Lakebound.Rows(file)));
        }
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }

    /// Appends an item to a table.
    @FunctionalInterface
    public interface Row<I> extends Serializable {
        void append(I item, LakeWriter writer) throws IOException;
    }
}
