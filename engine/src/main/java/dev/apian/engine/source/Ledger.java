// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How far the engine has come in each followed file, for the notes of its checkpoints. Belongs to the thread that
/// offers calls to the engine, which is behind the one that reads.
///
/// Each content that is followed has a slot, and each slot one note, so that notes are bounded and what is forgotten
/// is overwritten.
final class Ledger {

    static final String NOTE = "follow.";

    private final Marks marks;
    private final Map<Integer, Portion> under = new HashMap<>();
    private final Map<Integer, Mark> done = new HashMap<>();
    private final Map<String, String> notes = new TreeMap<>();

    Ledger(byte[] key) {
        this.marks = new Marks(key, Map.of());
    }

    static String noteKey(int slot) {
        return "%s%05d".formatted(NOTE, slot);
    }

    /// Calls of a portion are being taken.
    void began(int slot, Portion portion) {
        under.put(slot, portion);
    }

    /// All of a portion was taken.
    void ended(int slot, Mark mark) {
        under.remove(slot);
        done.put(slot, mark);
    }

    /// A note for each content that was read since the engine was started.
    Map<String, String> notes() {
        done.forEach((slot, mark) -> notes.put(noteKey(slot), Marks.note(mark)));
        done.clear();
        under.forEach((slot, portion) -> notes.put(noteKey(slot), Marks.note(portion.mark(marks))));
        return notes;
    }
}
