// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// Takes escapes out of text: the backslashes of JSON (RFC 8259) and of access logs (`\x22`), the percent
/// signs of URLs.
///
/// What is no valid escape stays as written: a record is not lost over it.
final class Escapes {

    private static final byte BACKSLASH = '\\';

    private Escapes() {}

    static Text unescape(Text text) {
        byte[] in = text.bytes;
        byte[] out = new byte[text.length()];
        int size = 0;
        int at = text.from;
        while (at < text.to) {
            byte b = in[at];
            if (b != BACKSLASH) {
                out[size++] = b;
                at++;
                continue;
            }
            if (at + 1 >= text.to) {
                break;
            }
            byte kind = in[at + 1];
            at += 2;
            switch (kind) {
                case 'n' -> out[size++] = '\n';
                case 't' -> out[size++] = '\t';
                case 'r' -> out[size++] = '\r';
                case 'b' -> out[size++] = '\b';
                case 'f' -> out[size++] = '\f';
                case '"', '\\', '/', '\'' -> out[size++] = kind;
                case 'x' -> {
                    int value = hex(in, at, text.to, 2);
                    if (value >= 0) {
                        out[size++] = (byte) value;
                        at += 2;
                    } else {
                        out[size++] = BACKSLASH;
                        out[size++] = kind;
                    }
                }
                case 'u' -> {
                    int value = hex(in, at, text.to, 4);
                    at += value >= 0 ? 4 : 0;
                    if (value >= 0xD800 && value < 0xDC00 && at + 6 <= text.to && in[at] == '\\' && in[at + 1] == 'u') {
                        int low = hex(in, at + 2, text.to, 4);
                        if (low >= 0xDC00 && low < 0xE000) {
                            value = Character.toCodePoint((char) value, (char) low);
                            at += 6;
                        }
                    }
                    size = append(out, size, value);
                }
                default -> {
                    out[size++] = BACKSLASH;
                    out[size++] = kind;
                }
            }
        }
        return new Text(out, 0, size);
    }

    /// Percent-decodes; `+` is a blank, as in forms.
    static Text percentDecoded(Text text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : percentDecoded(text, (byte) ' ');
    }

    /// Percent-decodes a part of a path, in which `+` is itself.
    static Text percentDecodedInPath(Text text) {
        return text.indexOf('%') < 0 ? text : percentDecoded(text, (byte) '+');
    }

    private static Text percentDecoded(Text text, byte plus) {
        byte[] out = new byte[text.length()];
        int size = 0;
        for (int at = text.from; at < text.to; at++) {
            byte b = text.bytes[at];
            int value = b == '%' ? hex(text.bytes, at + 1, text.to, 2) : -1;
            if (value >= 0) {
                out[size++] = (byte) value;
                at += 2;
            } else {
                out[size++] = b == '+' ? plus : b;
            }
        }
        return new Text(out, 0, size);
    }

    /// The number in a few hexadecimal digits, -1 if they are none.
    private static int hex(byte[] in, int at, int end, int digits) {
        if (at + digits > end) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = in[i] < 0 ? -1 : Character.digit(in[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    /// Writes UTF-8; a lone surrogate or a bad escape becomes U+FFFD. The escape was at least as long.
    private static int append(byte[] out, int size, int codePoint) {
        int at = size;
        int c = codePoint;
        if (c < 0 || (c >= 0xD800 && c < 0xE000)) {
            if (codePoint < 0) {
                out[at++] = '?';
                return at;
            }
            c = 0xFFFD;
        }
        if (c < 0x80) {
            out[at++] = (byte) c;
        } else if (c < 0x800) {
            out[at++] = (byte) (0xC0 | (c >> 6));
            out[at++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out[at++] = (byte) (0xE0 | (c >> 12));
            out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            out[at++] = (byte) (0x80 | (c & 0x3F));
        } else {
            out[at++] = (byte) (0xF0 | (c >> 18));
            out[at++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            out[at++] = (byte) (0x80 | (c & 0x3F));
        }
        return at;
    }
}
