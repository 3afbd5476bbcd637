// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.source;

import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.time.Duration;
import java.time.InstantSource;

/// Records in any format that Apian knows, each told by its content.
///
/// @param key fingerprints secrets; the same key as the data directory's whose fingerprints it should match
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record NativeRecords(byte[] key) implements RecordReader {

    /// A clock may run ahead of ours by so much before its times are not believed.
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    @Override
    public CallReader open() {
        InstantSource clock = InstantSource.system();
        return Format.AUTO.reader(
                ReaderSettings.of(key, () -> clock.instant().plus(AHEAD_MAX).toEpochMilli() * 1_000));
    }
}
