// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// The rows of one day that are not in a file yet, column by column: what becomes one sorted file of one row
/// group.
///
/// Arrays rather than rows, because the writer works column by column and repeated texts are kept once.
final class DayBuffer {

    /// DuckDB's own unit of work, so that one row group is one task of its scan.
    static final int ROWS_MAX = 122_880;

    /// Together with long paths or user agents, fewer rows fill a buffer.
    static final int TEXT_BYTES_MAX = 64 << 20;

    static final int ENTITIES_MAX = 1 << 20;

    private static final int ROWS_MIN = 1024;
    private static final int INDEX_BITS = 17;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    final LocalDate day;

    long[] time = new long[ROWS_MIN];
    long[] status = new long[ROWS_MIN];
    long[] asn = new long[ROWS_MIN];
    long[] requestBytes = new long[ROWS_MIN];
    long[] responseBytes = new long[ROWS_MIN];
    long[] durationMs = new long[ROWS_MIN]; // the bits of a double
    boolean[] late = new boolean[ROWS_MIN];
    int[] entityEnds = new int[ROWS_MIN];

    final StringColumn callId = new StringColumn(false);
    final StringColumn host = new StringColumn(true);
    final StringColumn method = new StringColumn(true);
    final StringColumn path = new StringColumn(false);
    final StringColumn endpoint = new StringColumn(true);
    final StringColumn endpointId = new StringColumn(true);
    final StringColumn actor = new StringColumn(true);
    final StringColumn actorKind = new StringColumn(true);
    final StringColumn credential = new StringColumn(true);
    final StringColumn clientIp = new StringColumn(true);
    final StringColumn country = new StringColumn(true);
    final StringColumn userAgent = new StringColumn(true);
    final StringColumn device = new StringColumn(true);
    final StringColumn entityType = new StringColumn(true);
    final StringColumn entityId = new StringColumn(true);
    final StringColumn entityHow = new StringColumn(true);
    final StringColumn entityWhose = new StringColumn(true);

    private final List<StringColumn> texts = List.of(callId, path, actor, credential, clientIp, userAgent, entityId);
    private int rows;

    DayBuffer(LocalDate day) {
        this.day = day;
    }

    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == ROWS_MAX || ((rows & 0x3FF) == 0 && isHeavy());
    }

    private boolean isHeavy() {
        long textBytes = texts.stream().mapToLong(StringColumn::bytesUsed).sum();
        return textBytes > TEXT_BYTES_MAX || entityId.size() > ENTITIES_MAX;
    }

    void add(CallRow row) {
        if (rows == time.length) {
            grow();
        }
        time[rows] = row.timeMicros();
        status[rows] = row.status();
        asn[rows] = row.asn();
        requestBytes[rows] = row.requestBytes();
        responseBytes[rows] = row.responseBytes();
        durationMs[rows] = Double.doubleToLongBits(row.durationMs());
        late[rows] = row.late();
        callId.add(row.callId());
        host.add(row.host());
        method.add(row.method());
        path.add(row.path());
        endpoint.add(row.endpoint());
        endpointId.add(row.endpointId());
        actor.add(row.actor());
        actorKind.add(row.actorKind());
        credential.add(row.credential());
        clientIp.add(row.clientIp());
        country.add(row.country());
        userAgent.add(row.userAgent());
        device.add(row.device());
        List<CallRow.Entity> entities = row.entities();
        for (int i = 0; i < entities.size(); i++) {
            CallRow.Entity entity = entities.get(i);
            entityType.add(entity.type());
            entityId.add(entity.id());
            entityHow.add(entity.how());
            entityWhose.add(entity.whose());
        }
        entityEnds[rows] = entityId.size();
        rows++;
    }

    int entityStart(int row) {
        return row == 0 ? 0 : entityEnds[row - 1];
    }

    /// The rows in the order (actor, time, arrival), unknown actors last: the order of the file.
    ///
    /// Actors are counted into places by their rank; within one, a row is one long of its time in the day and
    /// its place of arrival, nearly sorted already.
    int[] sorted() {
        int[] ranks = actor.ranks();
        int[] starts = starts(ranks);
        long[] keys = new long[rows];
        int[] next = starts.clone();
        for (int row = 0; row < rows; row++) {
            int rank = rank(ranks, row);
            keys[next[rank]++] = (Math.floorMod(time[row], MICROS_PER_DAY) << INDEX_BITS) | row;
        }
        int[] order = new int[rows];
        for (int rank = 0; rank <= ranks.length; rank++) {
            Arrays.sort(keys, starts[rank], next[rank]);
        }
        for (int i = 0; i < rows; i++) {
            order[i] = (int) keys[i] & ((1 << INDEX_BITS) - 1);
        }
        return order;
    }

    private int[] starts(int[] ranks) {
        int[] starts = new int[ranks.length + 2];
        for (int row = 0; row < rows; row++) {
            starts[rank(ranks, row) + 1]++;
        }
        for (int rank = 1; rank < starts.length; rank++) {
            starts[rank] += starts[rank - 1];
        }
        return starts;
    }

    private int rank(int[] ranks, int row) {
        int code = actor.code(row);
        return code == StringColumn.NULL ? ranks.length : ranks[code];
    }

    private void grow() {
        int larger = Math.min(2 * rows, ROWS_MAX);
        time = Arrays.copyOf(time, larger);
        status = Arrays.copyOf(status, larger);
        asn = Arrays.copyOf(asn, larger);
        requestBytes = Arrays.copyOf(requestBytes, larger);
        responseBytes = Arrays.copyOf(responseBytes, larger);
        durationMs = Arrays.copyOf(durationMs, larger);
        late = Arrays.copyOf(late, larger);
        entityEnds = Arrays.copyOf(entityEnds, larger);
    }
}
