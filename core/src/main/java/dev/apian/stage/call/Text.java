// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A range of bytes that holds text. Nothing is copied and no string is made until somebody asks for one.
///
/// Letters are compared without regard to case, since names of headers, schemes and fields have none.
final class Text {

    static final Text EMPTY = new Text(new byte[0], 0, 0);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long FOLD = 0x2020202020202020L;

    final byte[] bytes;
    final int from;
    final int to;

    Text(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = Math.max(from, to);
    }

    static Text of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Text(bytes, 0, bytes.length);
    }

    /// Eight bytes as a little-endian number.
    static long longAt(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /// Index of the first of two bytes, or `to`. Looks at eight bytes at a time.
    static int indexOfEither(byte[] bytes, int from, int to, byte one, byte other) {
        long ones = ONES * (one & 0xff);
        long others = ONES * (other & 0xff);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = longAt(bytes, i);
            long a = word ^ ones;
            long b = word ^ others;
            long hit = (((a - ONES) & ~a) | ((b - ONES) & ~b)) & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == one || bytes[i] == other) {
                return i;
            }
        }
        return to;
    }

    /// Index of the first of a byte, or `to`.
    static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long many = ONES * (wanted & 0xff);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = longAt(bytes, i) ^ many;
            long hit = (word - ONES) & ~word & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    /// A hash of length and both ends that ignores the case of letters: quick, and good for tables of names
    /// only.
    static int nameHash(byte[] bytes, int from, int to) {
        int length = to - from;
        long head = 0;
        long tail = 0;
        if (length >= 8) {
            head = longAt(bytes, from) | FOLD;
            tail = longAt(bytes, to - 8) | FOLD;
        } else {
            head = shortAt(bytes, from, length) | FOLD;
        }
        long h = (head * 0x9E3779B97F4A7C15L) ^ (Long.rotateLeft(tail, 29) * 0xC2B2AE3D27D4EB4FL) ^ length;
        h ^= h >>> 32;
        return (int) ((h * 0x165667B19E3779F9L) >>> 33);
    }

    /// Whether both ranges hold the same text but for the case of letters.
    static boolean sameName(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
        int length = aTo - aFrom;
        if (length != bTo - bFrom) {
            return false;
        }
        return same(a, aFrom, b, bFrom, length, FOLD);
    }

    /// Whether two ranges are equal, eight bytes at a time: quicker on short ranges than `Arrays.equals`.
    static boolean sameBytes(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        return same(a, aFrom, b, bFrom, length, 0);
    }

    private static boolean same(byte[] a, int aFrom, byte[] b, int bFrom, int length, long fold) {
        if (length < 8) {
            return (shortAt(a, aFrom, length) | fold) == (shortAt(b, bFrom, length) | fold);
        }
        int last = length - 8;
        for (int i = 0; i < last; i += 8) {
            if ((longAt(a, aFrom + i) | fold) != (longAt(b, bFrom + i) | fold)) {
                return false;
            }
        }
        return (longAt(a, aFrom + last) | fold) == (longAt(b, bFrom + last) | fold);
    }

    /// Less than eight bytes as a little-endian number.
    private static long shortAt(byte[] bytes, int at, int length) {
        if (at + 8 <= bytes.length) {
            return longAt(bytes, at) & ((1L << (8 * length)) - 1);
        }
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    int length() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    byte at(int index) {
        return bytes[from + index];
    }

    Text sub(int start, int end) {
        return new Text(bytes, from + start, from + end);
    }

    Text sub(int start) {
        return new Text(bytes, from + start, to);
    }

    /// Not longer than a number of bytes.
    Text head(int bytesMax) {
        return length() <= bytesMax ? this : sub(0, bytesMax);
    }

    Text trim() {
        int start = from;
        int end = to;
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        return start == from && end == to ? this : new Text(bytes, start, end);
    }

    int indexOf(char wanted) {
        return indexOf(wanted, 0);
    }

    int indexOf(char wanted, int start) {
        int found = indexOf(bytes, from + start, to, (byte) wanted);
        return found == to ? -1 : found - from;
    }

    int lastIndexOf(char wanted) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    boolean is(String word) {
        return length() == word.length() && startsWith(word);
    }

    boolean startsWith(String word) {
        return hasAt(0, word);
    }

    boolean endsWith(String word) {
        return hasAt(length() - word.length(), word);
    }

    /// Index of a word in lower case, or -1.
    int find(String word, int start) {
        int last = length() - word.length();
        int first = word.charAt(0) | 0x20;
        for (int i = start; i <= last; i++) {
            if ((bytes[from + i] | 0x20) == first && hasAt(i, word)) {
                return i;
            }
        }
        return -1;
    }

    boolean contains(String word) {
        return find(word, 0) >= 0;
    }

    boolean hasAt(int index, String word) {
        if (index < 0 || index + word.length() > length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            byte mine = bytes[from + index + i];
            char theirs = word.charAt(i);
            if (mine != theirs && !(isLetter(theirs) && (mine | 0x20) == (theirs | 0x20))) {
                return false;
            }
        }
        return true;
    }

    /// The text; bytes that are no UTF-8 become U+FFFD.
    String string() {
        return new String(bytes, from, to - from, UTF_8);
    }

    /// The same text in an array of its own, with room behind it so that eight bytes can be read anywhere.
    Text own() {
        byte[] copy = new byte[length() + 8];
        System.arraycopy(bytes, from, copy, 0, length());
        return new Text(copy, 0, length());
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    static boolean isLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// For people in a debugger; masked, since a text may be a secret.
    @Override
    public String toString() {
        return Sample.of(this);
    }
}
