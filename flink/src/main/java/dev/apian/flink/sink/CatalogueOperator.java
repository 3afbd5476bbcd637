// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.sink;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/// Keeps the latest version of every alert in the catalogue, written before each checkpoint.
///
/// Each alert is one row by its id, and an older version never replaces a newer one; so what is written again
/// after a failure changes nothing.
@SuppressWarnings("NullAway.Init") // Flink initialises on the machine that runs it
public final class CatalogueOperator extends AbstractStreamOperator<Void>
        implements OneInputStreamOperator<Told, Void> {

    private static final long serialVersionUID = 1;

    /// More alerts than this between two checkpoints are written before.
    private static final int WAITING_MAX = 10_000;

    private final String url;
    private transient Map<String, StoredAlert> waiting;
    private transient Catalogue catalogue;

    public CatalogueOperator(String url) {
        this.url = url;
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new LinkedHashMap<>();
        catalogue = Catalogue.open(url);
    }

    @Override
    public void processElement(StreamRecord<Told> element) throws IOException {
        Told told = element.getValue();
        waiting.put(told.id(), new StoredAlert(told.id(), told.raisedMicros(), told.version(), told.json()));
        if (waiting.size() == WAITING_MAX) {
            write();
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws IOException {
        write();
    }

    @Override
    public void finish() throws Exception {
        write();
        super.finish();
    }

    private void write() throws IOException {
        if (!waiting.isEmpty()) {
            catalogue.alerts().put(waiting.values());
            waiting.clear();
        }
    }

    @Override
    public void close() throws Exception {
        if (catalogue != null) {
            catalogue.close();
        }
        super.close();
    }
}
