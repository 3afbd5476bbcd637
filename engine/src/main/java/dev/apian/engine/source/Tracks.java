// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All contents that are followed or were, found by how they begin. Those that were analysed are among them.
final class Tracks {

    /// Contents that are known; beyond it those are forgotten that were read longest ago.
    static final int SLOTS_MAX = 20_000;

    private final Marks marks;
    private final Map<String, Track> byHead = new HashMap<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private int slots;

    /// @param notes of the last checkpoint
    Tracks(byte[] key, Map<String, String> notes) {
        this.marks = new Marks(key, new HashMap<>(notes));
        Map<String, Integer> slotOf = new HashMap<>();
        for (Map.Entry<String, String> note : notes.entrySet()) {
            if (note.getKey().startsWith(Ledger.NOTE)) {
                int slot = Integer.parseInt(note.getKey().substring(Ledger.NOTE.length()));
                slots = Math.max(slots, slot + 1);
                slotOf.put(Marks.mark(note.getValue()).head(), slot);
            }
        }
        for (Mark mark : marks.all()) {
            Integer slot = slotOf.get(mark.head());
            byHead.put(mark.head(), new Track(slot == null ? slots++ : slot, mark, new byte[0]));
        }
    }

    Marks marks() {
        return marks;
    }

    /// The content that begins so. Of several the longest beginning wins.
    @Nullable
    Track find(byte[] head) {
        int[] sizes = byHead.values().stream()
                .mapToInt(track -> track.mark().headBytes())
                .filter(size -> size > 0 && size <= head.length)
                .distinct()
                .sorted()
                .toArray();
        for (int i = sizes.length - 1; i >= 0; i--) {
            Track track = byHead.get(marks.fingerprint(head, 0, sizes[i]));
            if (track != null && track.mark().headBytes() == sizes[i]) {
                return track;
            }
        }
        return null;
    }

    /// A content that is being followed and begins so, but goes on further.
    @Nullable
    Track findLonger(byte[] head) {
        for (Track track : byHead.values()) {
            boolean longer = track.head().length > head.length;
            if (longer && track.reader() != null && track.mayBeginLike(head)) {
                return track;
            }
        }
        return null;
    }

    /// One that was read under a name, not to its end, and that no file holds now.
    @Nullable
    Track lost(String name) {
        for (Track track : byHead.values()) {
            Mark mark = track.mark();
            if (track.reader() == null
                    && !mark.isDone()
                    && mark.position() > 0
                    && mark.name().equals(name)) {
                return track;
            }
        }
        return null;
    }

    /// One that was never met.
    Track fresh(String name, byte[] head) {
        byte[] known = Arrays.copyOf(head, Math.min(head.length, Track.HEAD_BYTES));
        Track track = new Track(slot(), marks.fresh(name, known), known);
        byHead.put(track.mark().head(), track);
        return track;
    }

    /// More is known of how one begins.
    void begins(Track track, byte[] head) {
        byte[] known = Arrays.copyOf(head, Math.min(head.length, Track.HEAD_BYTES));
        track.head(known);
        if (known.length > track.mark().headBytes()) {
            byHead.remove(track.mark().head());
            track.mark(track.mark().beginning(known.length, marks.fingerprint(known, 0, known.length)));
            byHead.put(track.mark().head(), track);
        }
    }

    private int slot() {
        if (free.isEmpty() && slots >= SLOTS_MAX) {
            forget();
        }
        Integer slot = free.poll();
        return slot == null ? slots++ : slot;
    }

    /// Many at a time, since it means looking at all.
    private void forget() {
        List<Track> idle = new ArrayList<>(byHead.values());
        idle.removeIf(track -> track.reader() != null);
        idle.sort(Comparator.comparingLong(track -> track.mark().order()));
        for (Track track : idle.subList(0, Math.min(idle.size(), SLOTS_MAX / 10))) {
            byHead.remove(track.mark().head());
            free.add(track.slot);
        }
    }
}
