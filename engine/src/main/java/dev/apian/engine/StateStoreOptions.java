// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;

/// How RocksDB is set up: bounded in memory, sparing on disk.
///
/// Only keys that exist are ever asked for, so filters that tell which do not are spared on the last level. What was
/// written lately is packed fast, what stays is packed well.
final class StateStoreOptions implements AutoCloseable {

    /// Blocks that were read, with their indexes.
    private static final long CACHE_BYTES = 64L << 20;

    /// Written and not yet in files, over all families.
    private static final long WRITE_BUFFERS_BYTES = 64L << 20;

    /// Logs that hold what is not yet in files.
    private static final long LOGS_BYTES_MAX = 64L << 20;

    private static final long BLOCK_BYTES = 16L << 10;
    private static final double FILTER_BITS = 10;
    private static final int FILES_OPEN_MAX = 256;
    private static final int BACKGROUND_JOBS = 2;
    private static final long SYNC_BYTES = 1L << 20;
    private static final int OLD_LOGS = 2;

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final DBOptions database = new DBOptions()
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setDbWriteBufferSize(WRITE_BUFFERS_BYTES)
            .setMaxTotalWalSize(LOGS_BYTES_MAX)
            .setMaxOpenFiles(FILES_OPEN_MAX)
            .setMaxBackgroundJobs(BACKGROUND_JOBS)
            .setBytesPerSync(SYNC_BYTES)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setKeepLogFileNum(OLD_LOGS);
    private final BloomFilter filter = new BloomFilter(FILTER_BITS);
    private final ColumnFamilyOptions states = family().setOptimizeFiltersForHits(true);
    private final ColumnFamilyOptions small = family();

    private ColumnFamilyOptions family() {
        return new ColumnFamilyOptions()
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockSize(BLOCK_BYTES)
                        .setFilterPolicy(filter)
                        .setBlockCache(cache)
                        .setCacheIndexAndFilterBlocks(true))
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true);
    }

    DBOptions database() {
        return database;
    }

    /// Of states by key.
    ColumnFamilyOptions states() {
        return states;
    }

    /// Of all else.
    ColumnFamilyOptions small() {
        return small;
    }

    @Override
    public void close() {
        small.close();
        states.close();
        database.close();
        filter.close();
        cache.close();
    }
}
