// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Numbers by 64-bit key in bounded memory, 16 bytes a place and no object for any entry.
///
/// Two generations of open-addressing tables that grow on demand. When the young one is full it becomes the old one,
/// and the old one is forgotten: at least the last `capacity` keys written or read are known. Zero stands for
/// "nothing".
public final class LongTable {

    private static final int PLACES_MIN = 16;

    private final int capacity;
    private long[] young = new long[2 * PLACES_MIN];
    private long[] old = new long[0];
    private int size;
    private int oldSize;
    private long zero;

    /// @param capacity keys in one generation
    public LongTable(int capacity) {
        this.capacity = capacity;
    }

    /// The number of a key, 0 if there is none. A key that only the old generation knows becomes young again.
    public long get(long key) {
        if (key == 0) {
            return zero;
        }
        int place = find(young, key);
        if (young[place] != 0) {
            return young[place + 1];
        }
        if (old.length == 0) {
            return 0;
        }
        int before = find(old, key);
        if (old[before] == 0) {
            return 0;
        }
        long value = old[before + 1];
        put(key, value);
        return value;
    }

    public void put(long key, long value) {
        if (key == 0) {
            zero = value;
            return;
        }
        int place = find(young, key);
        if (young[place] == 0) {
            place = insert(key);
        }
        young[place + 1] = value;
    }

    /// Keys known, those in both generations twice.
    public int size() {
        return size + oldSize;
    }

    private int insert(long key) {
        if (size == capacity) {
            old = young;
            oldSize = size;
            young = new long[2 * PLACES_MIN];
            size = 0;
        } else if (10L * (size + 1) > 3L * young.length) {
            grow();
        }
        int place = find(young, key);
        young[place] = key;
        size++;
        return place;
    }

    /// A key stands at an even index, its number after it. Returns the index of the key, or of the gap it belongs to.
    private static int find(long[] table, long key) {
        int mask = table.length - 2;
        int place = (int) (Hash.mix(key) << 1) & mask;
        while (table[place] != 0 && table[place] != key) {
            place = (place + 2) & mask;
        }
        return place;
    }

    private void grow() {
        long[] small = young;
        young = new long[small.length * 2];
        for (int i = 0; i < small.length; i += 2) {
            if (small[i] != 0) {
                int place = find(young, small[i]);
                young[place] = small[i];
                young[place + 1] = small[i + 1];
            }
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeLong(zero);
        write(old, oldSize, out);
        write(young, size, out);
    }

    public void load(DataInput in) throws IOException {
        zero = in.readLong();
        oldSize = in.readInt();
        old = oldSize == 0 ? new long[0] : new long[placesFor(oldSize)];
        read(old, oldSize, in);
        size = in.readInt();
        young = new long[placesFor(size)];
        read(young, size, in);
    }

    private static int placesFor(int entries) {
        int places = 2 * PLACES_MIN;
        while (10L * entries > 3L * places) {
            places *= 2;
        }
        return places;
    }

    private static void write(long[] table, int entries, DataOutput out) throws IOException {
        out.writeInt(entries);
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                out.writeLong(table[i]);
                out.writeLong(table[i + 1]);
            }
        }
    }

    private static void read(long[] table, int entries, DataInput in) throws IOException {
        for (int left = entries; left > 0; left--) {
            long key = in.readLong();
            int place = find(table, key);
            table[place] = key;
            table[place + 1] = in.readLong();
        }
    }
}
