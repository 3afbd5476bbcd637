// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The records of a JSON document as lines, a record each: `{"Records":[{...},{...}]}` as AWS delivers it, the entries
/// of an HTTP archive, a plain array, or records printed over many lines.
///
/// No byte is added or taken away: breaks within records and the wrapping become blanks, what stands between two
/// records a line break. So positions are those of the document, and all that is known of lines holds: a line is the
/// number of a record. Memory is one buffer, however large the document is.
final class RecordLines extends InputStream {

    private static final int BUFFER_BYTES = 1 << 16;
    /// So much behind an opening brace is looked at to find the first key of a record.
    private static final int AHEAD_BYTES = 256;

    /// The key of an archive's records.
    private static final String ENTRIES = "entries";

    private static final byte BREAK = '\n';
    private static final byte BLANK = ' ';

    private enum Where {
        OUTSIDE,
        BETWEEN,
        INSIDE,
        /// In a record that is broken: what comes belongs to it until another record begins.
        LOST
    }

    private final InputStream document;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final RecordScan scan = new RecordScan();
    private final FirstKeys firstKeys = new FirstKeys();
    /// In an archive, the text outside of records that was read last; its records stand under one of its keys.
    private final @Nullable StringBuilder lastText;
    private Where where;
    private boolean inString;
    private boolean escaped;
    private boolean afterRecord;
    private int given;
    private int scanned;
    private int filled;
    private boolean atEnd;
    private @Nullable IOException broken;

    /// @param head the first bytes of it
    RecordLines(InputStream document, byte[] head) {
        this.document = document;
        boolean archive = RecordScan.isArchive(head);
        this.lastText = archive ? new StringBuilder() : null;
        this.where = archive || RecordScan.isWrapped(head) ? Where.OUTSIDE : Where.BETWEEN;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (ready() == 0) {
            if (atEnd && scanned == filled) {
                if (broken != null) {
                    throw broken;
                }
                return -1;
            }
            fill();
            scan();
        }
        int taken = Math.min(length, ready());
        System.arraycopy(buffer, given, to, from, taken);
        given += taken;
        return taken;
    }

    /// The last byte stays until the next is known, which may have to begin a line.
    private int ready() {
        int end = atEnd && scanned == filled ? scanned : scanned - 1;
        return Math.max(0, end - given);
    }

    private void fill() {
        System.arraycopy(buffer, given, buffer, 0, filled - given);
        scanned -= given;
        filled -= given;
        given = 0;
        while (!atEnd && filled < buffer.length) {
            try {
                int read = document.read(buffer, filled, buffer.length - filled);
                atEnd = read < 0;
                filled += Math.max(0, read);
            } catch (IOException e) {
                broken = e;
                atEnd = true;
            }
        }
    }

    private void scan() {
        while (scanned < filled) {
            if (buffer[scanned] == '{' && !atEnd && filled - scanned < AHEAD_BYTES) {
                return;
            }
            switch (where) {
                case OUTSIDE -> outside();
                case BETWEEN -> between();
                case INSIDE -> inside();
                case LOST -> lost();
            }
            scanned++;
        }
    }

    /// Up to the bracket that opens the records, or to one that was closed too early.
    private void outside() {
        byte c = buffer[scanned];
        if (lastText == null && isNextRecord()) {
            begin();
            return;
        }
        boolean quote = c == '"' && !escaped;
        inString ^= quote;
        escaped = inString && c == '\\' && !escaped;
        if (lastText != null && inString) {
            remember(lastText, quote, c);
        }
        if (c == '[' && !inString && (lastText == null || lastText.toString().equals(ENTRIES))) {
            where = Where.BETWEEN;
        }
        put(BLANK);
    }

    private static void remember(StringBuilder text, boolean begins, byte c) {
        if (begins) {
            text.setLength(0);
        } else if (text.length() <= ENTRIES.length()) {
            text.append((char) c);
        }
    }

    private void between() {
        byte c = buffer[scanned];
        if (c == '{') {
            firstKeys.learn(buffer, scanned, filled);
            begin();
        } else if (c == ']') {
            separate();
            where = Where.OUTSIDE;
        } else if (c == ',' || RecordScan.isBlank(c)) {
            separate();
        } else if (c == '[') {
            where = Where.LOST;
        } else {
            afterRecord = true; // no object, so no record: a line that is rejected
        }
    }

    private void separate() {
        put(afterRecord ? BREAK : BLANK);
        afterRecord = false;
    }

    private void begin() {
        where = Where.INSIDE;
        scan.begin();
    }

    private void inside() {
        switch (scan.next(buffer[scanned])) {
            case GOES_ON -> keepOnLine();
            case ENDS -> {
                where = Where.BETWEEN;
                afterRecord = true;
            }
            case BROKEN -> {
                where = Where.LOST;
                lost();
            }
        }
    }

    private void lost() {
        if (isNextRecord()) {
            begin();
        } else {
            keepOnLine();
        }
    }

    /// Whether a record begins here all the same; then it is on a line of its own.
    private boolean isNextRecord() {
        byte before = scanned > given ? buffer[scanned - 1] : 0;
        boolean separable = before == ',' || before == '[' || before == BLANK;
        if (!separable || !firstKeys.beginsAt(buffer, scanned, filled)) {
            return false;
        }
        buffer[scanned - 1] = BREAK;
        return true;
    }

    private void keepOnLine() {
        if (RecordScan.isBlank(buffer[scanned])) {
            put(BLANK);
        }
    }

    private void put(byte value) {
        buffer[scanned] = value;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
