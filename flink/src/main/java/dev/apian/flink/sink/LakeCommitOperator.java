// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.flink.operator.Packed;
import dev.apian.lake.LakeCommit;
import dev.apian.lake.LakeFile;
import dev.apian.lake.Table;
import dev.apian.lake.row.Rows;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Publishes the files of all writers once the checkpoint that covers them is complete. There is one for the
/// whole job.
///
/// The files are part of the checkpoint. If the job fails between its completion and the publication, the
/// restored operator publishes them; publishing twice changes nothing.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class LakeCommitOperator extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<Lakebound, Void> {

    private static final long serialVersionUID = 1;

    /// A day with more files than this is made one file.
    private static final int FILES_PER_DAY_MAX = 64;

    /// Files that failed attempts left are deleted after so long.
    private static final Duration ORPHAN_AGE = Duration.ofDays(1);

    /// Housekeeping once in so many publications.
    private static final int PUBLICATIONS_BETWEEN = 30;

    private final String folder;
    private transient List<Lakebound> arrived;
    private transient TreeMap<Long, List<Lakebound>> pending;
    private transient ListState<byte[]> state;
    private transient LakeCommit lake;
    private transient int publications;

    public LakeCommitOperator(Path lake) {
        this.folder = lake.toString();
    }

    @Override
    public void processElement(StreamRecord<Lakebound> element) {
        arrived.add(element.getValue());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        arrived = new ArrayList<>();
        pending = new TreeMap<>();
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("pending", BytePrimitiveArraySerializer.INSTANCE));
        List<Lakebound> covered = new ArrayList<>();
        for (byte[] bytes : state.get()) {
            covered.add(Packed.unpack(bytes, Lakebound::read));
        }
        pending.put(Long.MIN_VALUE, covered);
    }

    @Override
    public void open() throws Exception {
        super.open();
        lake = LakeCommit.open(Path.of(folder));
        publish(Long.MIN_VALUE);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        pending.put(context.getCheckpointId(), arrived);
        arrived = new ArrayList<>();
        state.clear();
        for (List<Lakebound> items : pending.values()) {
            for (Lakebound item : items) {
                state.add(Packed.pack(item::save));
            }
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        publish(checkpoint);
    }

    private void publish(long checkpoint) throws IOException {
        Map<Long, List<Lakebound>> covered = pending.headMap(checkpoint, true);
        List<LakeFile> files = new ArrayList<>();
        List<Listed> endpoints = null;
        for (List<Lakebound> items : covered.values()) {
            for (Lakebound item : items) {
                switch (item) {
                    case Lakebound.Rows(LakeFile file) -> files.add(file);
                    case Lakebound.Endpoints(List<Listed> listed) -> endpoints = listed;
                }
            }
        }
        lake.commit(files);
        if (endpoints != null) {
            lake.replace(Table.ENDPOINTS, endpoints.stream().map(Rows::endpoint).toList());
        }
        covered.clear();
        keepHouse();
    }

    private void keepHouse() throws IOException {
        publications++;
        if (publications % PUBLICATIONS_BETWEEN == 0) {
            lake.compact(FILES_PER_DAY_MAX);
            lake.removeOrphans(ORPHAN_AGE);
        }
    }

    @Override
    public void close() throws Exception {
        if (lake != null) {
            lake.close();
        }
        super.close();
    }
}
