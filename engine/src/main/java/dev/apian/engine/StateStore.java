// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stream.Cold;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// Everything that an engine remembers, as it was at the last [Commit]: a RocksDB database in the folder `state`.
///
/// Each [Kind] of states is a column family, by key. When a key was in use last stands in a family of its own, small
/// enough to be read whole when the engine starts. What is not kept by key is in `parts` and `alerts`. A commit is one
/// write batch, synced: after a crash there is all of it or nothing. Reading is safe for many threads.
final class StateStore implements AutoCloseable {

    /// Grows when the layout of the store or of a state changes; older ones are read or refused by it. Up to 5 it was a
    /// single file.
    static final int VERSION = 7;

    private static final byte[] VERSION_KEY = "version".getBytes(StandardCharsets.UTF_8);
    private static final String LASTS = "lasts";
    private static final String PARTS = "parts";
    private static final String ALERTS = "alerts";

    /// Bytes that RocksDB reads ahead where all of a family is read.
    private static final long READ_AHEAD = 2 << 20;

    private final StateStoreOptions options;
    private final RocksDB db;
    private final List<ColumnFamilyHandle> handles;
    private final ColumnFamilyHandle general;
    private final ColumnFamilyHandle lasts;
    private final ColumnFamilyHandle parts;
    private final ColumnFamilyHandle alerts;
    private final Map<Kind, ColumnFamilyHandle> families = new EnumMap<>(Kind.class);
    private final WriteOptions synced = new WriteOptions().setSync(true);

    private StateStore(StateStoreOptions options, RocksDB db, List<ColumnFamilyHandle> handles) {
        this.options = options;
        this.db = db;
        this.handles = handles;
        this.general = handles.get(0);
        this.lasts = handles.get(1);
        this.parts = handles.get(2);
        this.alerts = handles.get(3);
        Iterator<ColumnFamilyHandle> ofKinds = handles.listIterator(4);
        for (Kind kind : Kind.ALL) {
            families.put(kind, ofKinds.next());
        }
    }

    /// Opens the store of a data directory, and makes it where there is none.
    static StateStore open(Installation installation) throws IOException {
        if (Files.exists(installation.oldState())) {
            throw new IOException(("%s has a version before %d, this apian reads version %d; use the release that"
                            + " wrote it, or move it away to start from an empty state")
                    .formatted(installation.oldState(), VERSION, VERSION));
        }
        Path folder = installation.state();
        Files.createDirectories(folder);
        RocksDB.loadLibrary();
        StateStoreOptions options = new StateStoreOptions();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            RocksDB db = RocksDB.open(options.database(), folder.toString(), descriptors(options), handles);
            StateStore store = new StateStore(options, db, handles);
            store.checkVersion(folder);
            return store;
        } catch (RocksDBException e) {
            options.close();
            throw new IOException(
                    ("the state in %s cannot be opened: %s; restore it from a backup, or move it away to start from"
                                    + " an empty state")
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static List<ColumnFamilyDescriptor> descriptors(StateStoreOptions options) {
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, options.small()));
        for (String name : List.of(LASTS, PARTS, ALERTS)) {
            descriptors.add(descriptor(name, options.small()));
        }
        for (Kind kind : Kind.ALL) {
            descriptors.add(descriptor(kind.label(), options.states()));
        }
        return descriptors;
    }

    private static ColumnFamilyDescriptor descriptor(String name, ColumnFamilyOptions options) {
        return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), options);
    }

    private void checkVersion(Path folder) throws IOException, RocksDBException {
        byte[] found = db.get(general, VERSION_KEY);
        int version = found == null ? VERSION : ByteBuffer.wrap(found).getInt();
        if (version != VERSION) {
            close();
            throw new IOException("%s has version %d, this apian reads version %d; use the release that wrote it"
                    .formatted(folder, version, VERSION));
        }
    }

    /// Where the states of a kind rest.
    Cold cold(Kind kind) {
        ColumnFamilyHandle family = familyOf(kind);
        return key -> {
            byte[] bytes = get(family, bytesOf(key));
            if (bytes == null) {
                throw new IOException("the %s state of a known key is missing in the store".formatted(kind.label()));
            }
            return bytes;
        };
    }

    /// Hears of every key of a kind, and when it was in use last.
    void forEachLast(Kind kind, LastUse visitor) throws IOException {
        try (ReadOptions reading = new ReadOptions().setFillCache(false).setReadaheadSize(READ_AHEAD);
                RocksIterator all = db.newIterator(lasts, reading)) {
            byte[] key = new byte[1 + Long.BYTES];
            byte[] last = new byte[Integer.BYTES];
            ByteBuffer keyBuffer = ByteBuffer.wrap(key);
            ByteBuffer lastBuffer = ByteBuffer.wrap(last);
            for (all.seek(new byte[] {kind.code()}); all.isValid(); all.next()) {
                all.key(key);
                if (key[0] != kind.code()) {
                    break;
                }
                all.value(last);
                visitor.used(keyBuffer.getLong(1), lastBuffer.getInt(0));
            }
            all.status();
        } catch (RocksDBException e) {
            throw new IOException("the state cannot be read: " + e.getMessage(), e);
        }
    }

    /// Whether anything was ever committed.
    boolean isEmpty() throws IOException {
        return get(general, VERSION_KEY) == null;
    }

    /// The values under `parts` whose keys begin with a name, in order of their keys.
    List<byte[]> parts(String prefix) throws IOException {
        return values(parts, prefix.getBytes(StandardCharsets.UTF_8));
    }

    /// Every alert, in order of its number.
    List<byte[]> alerts() throws IOException {
        return values(alerts, new byte[0]);
    }

    private List<byte[]> values(ColumnFamilyHandle family, byte[] prefix) throws IOException {
        List<byte[]> values = new ArrayList<>();
        try (RocksIterator all = db.newIterator(family)) {
            for (all.seek(prefix); all.isValid() && startsWith(all.key(), prefix); all.next()) {
                values.add(all.value());
            }
            all.status();
        } catch (RocksDBException e) {
            throw new IOException("the state cannot be read: " + e.getMessage(), e);
        }
        return values;
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length
                && ByteBuffer.wrap(key, 0, prefix.length).equals(ByteBuffer.wrap(prefix));
    }

    private byte @Nullable [] get(ColumnFamilyHandle family, byte[] key) throws IOException {
        try {
            return db.get(family, key);
        } catch (RocksDBException e) {
            throw new IOException("the state cannot be read: " + e.getMessage(), e);
        }
    }

    /// Begins a commit. One at a time.
    Commit begin() throws IOException {
        return new Commit();
    }

    private ColumnFamilyHandle familyOf(Kind kind) {
        ColumnFamilyHandle family = families.get(kind);
        if (family == null) {
            throw new IllegalStateException("no family for " + kind);
        }
        return family;
    }

    private static byte[] bytesOf(long key) {
        return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
    }

    private static byte[] lastKey(Kind kind, long key) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(kind.code()).putLong(key).array();
    }

    @Override
    public void close() {
        synced.close();
        handles.forEach(ColumnFamilyHandle::close);
        db.close();
        options.close();
    }

    /// Hears of a key.
    @FunctionalInterface
    interface LastUse {

        /// @param seconds as `Seconds` of the core counts
        void used(long key, int seconds);
    }

    /// What changes together. Nothing is written before [#write].
    final class Commit implements AutoCloseable {

        private final WriteBatch batch = new WriteBatch();

        private Commit() throws IOException {
            put(
                    general,
                    VERSION_KEY,
                    ByteBuffer.allocate(Integer.BYTES).putInt(VERSION).array());
        }

        void state(Kind kind, long key, int lastSeconds, byte[] bytes) throws IOException {
            put(familyOf(kind), bytesOf(key), bytes);
            put(
                    lasts,
                    lastKey(kind, key),
                    ByteBuffer.allocate(Integer.BYTES).putInt(lastSeconds).array());
        }

        void removeState(Kind kind, long key) throws IOException {
            remove(familyOf(kind), bytesOf(key));
            remove(lasts, lastKey(kind, key));
        }

        void part(String key, byte[] bytes) throws IOException {
            put(parts, key.getBytes(StandardCharsets.UTF_8), bytes);
        }

        void removePart(String key) throws IOException {
            remove(parts, key.getBytes(StandardCharsets.UTF_8));
        }

        void alert(long number, byte[] bytes) throws IOException {
            put(alerts, bytesOf(number), bytes);
        }

        void removeAlert(long number) throws IOException {
            remove(alerts, bytesOf(number));
        }

        /// Makes everything durable, at once.
        void write() throws IOException {
            try {
                db.write(synced, batch);
            } catch (RocksDBException e) {
                throw new IOException("the state cannot be written: " + e.getMessage(), e);
            }
        }

        /// Bytes to write.
        long bytes() {
            return batch.getDataSize();
        }

        private void put(ColumnFamilyHandle family, byte[] key, byte[] value) throws IOException {
            try {
                batch.put(family, key, value);
            } catch (RocksDBException e) {
                throw new IOException("the state cannot be written: " + e.getMessage(), e);
            }
        }

        private void remove(ColumnFamilyHandle family, byte[] key) throws IOException {
            try {
                batch.delete(family, key);
            } catch (RocksDBException e) {
                throw new IOException("the state cannot be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            batch.close();
        }
    }
}
