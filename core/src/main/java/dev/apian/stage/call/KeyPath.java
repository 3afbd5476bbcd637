// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Where a key stands in a body: `orders[].id`. A link to the key around it, so that no text is made while a body
/// is read.
///
/// The paths met last are shared by all threads. Which of them are there changes nothing but the work to be done:
/// two of one place are told equal by their hash.
final class KeyPath {

    static final KeyPath ROOT = new KeyPath(Hash.of("{"));

    private static final int SHARED_MAX = 8_192;
    private static final AtomicReferenceArray<@Nullable KeyPath> SHARED = new AtomicReferenceArray<>(SHARED_MAX);
    private static final long ITEMS = Hash.of("[]");

    final long hash;
    /// Length of the path as text.
    final int chars;
    final AskedPart part;
    /// Whether a value here may tell what a request asks for.
    final boolean isAsked;

    private final @Nullable KeyPath parent;
    private final Name name;
    private final Text key;
    private final boolean isItems;
    private @Nullable KeyPath items;
    private @Nullable KeyPath opaque;

    /// The whole body.
    private KeyPath(long hash) {
        this.parent = null;
        this.name = Name.NONE;
        this.key = Text.EMPTY;
        this.hash = hash;
        this.chars = 0;
        this.isItems = false;
        this.part = AskedPart.TOP;
        this.isAsked = false;
    }

    private KeyPath(KeyPath parent, Name name, Text key, long hash, int chars, boolean isItems) {
        this.parent = parent;
        this.part = isItems
                ? (parent.parent == null ? AskedPart.TOP : AskedPart.NONE)
                : AskedPart.of(parent.part, name.text());
        this.isAsked = part.isTold();
        this.name = name;
        this.key = key;
        this.hash = hash;
        this.chars = chars;
        this.isItems = isItems;
    }

    /// The key itself; that of the array for what stands in one.
    Name name() {
        return name;
    }

    /// Whether this is the place of a key: not the whole body, nor an item of an array.
    boolean isKey() {
        return !isItems && parent != null;
    }

    /// A key in the object that stands here.
    KeyPath child(byte[] bytes, int from, int to) {
        int index = (slot(bytes, from, to) ^ (int) hash) & (SHARED_MAX - 1);
        KeyPath known = SHARED.getAcquire(index);
        if (known != null && known.isChild(hash, bytes, from, to)) {
            return known;
        }
        Text text = new Text(bytes, from, to);
        if (text.isEmpty() || text.length() > Name.NAME_BYTES_MAX || Opaque.is(text)) {
            return opaque();
        }
        KeyPath path = child(Contents.NAMES.of(text), text.own());
        SHARED.setRelease(index, path);
        return path;
    }

    /// What stands in the array that stands here.
    KeyPath items() {
        KeyPath known = items;
        if (known == null) {
            known = new KeyPath(this, name, Text.EMPTY, Hash.of(hash, ITEMS), chars + 2, true);
            items = known;
        }
        return known;
    }

    private KeyPath opaque() {
        KeyPath known = opaque;
        if (known == null) {
            known = child(Name.OPAQUE, Text.EMPTY);
            opaque = known;
        }
        return known;
    }

    private KeyPath child(Name label, Text own) {
        int length = chars + (chars == 0 ? 0 : 1) + label.text().length();
        return new KeyPath(this, label, own, Hash.of(hash, Hash.of(label.text())), length, false);
    }

    private boolean isChild(long parentHash, byte[] bytes, int from, int to) {
        return parent != null
                && parent.hash == parentHash
                && key.to == to - from
                && Text.sameBytes(key.bytes, 0, bytes, from, key.to);
    }

    /// Both ends of a key, and the middle of a long one.
    private static int slot(byte[] bytes, int from, int to) {
        int hash = Text.nameHash(bytes, from, to);
        return to - from <= 16 ? hash : hash + (int) Hash.mix(Text.longAt(bytes, (from + to) / 2 - 4));
    }

    /// The path as text: keys with dots between them, `[]` behind what is an array.
    String text(boolean isArray) {
        StringBuilder out = new StringBuilder(chars + 2);
        append(out);
        return (isArray ? out.append("[]") : out).toString();
    }

    private void append(StringBuilder out) {
        if (parent == null) {
            return;
        }
        parent.append(out);
        if (isItems) {
            out.append("[]");
        } else {
            out.append(out.isEmpty() ? "" : ".").append(name.text());
        }
    }
}
