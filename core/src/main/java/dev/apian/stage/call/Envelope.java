// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// What a SOAP envelope or an XML-RPC call asks for: the first element in its body, the name of its method. A scan
/// over the tags at the start, since a parser would follow whatever a client wrote.
final class Envelope {

    static final int BYTES_MAX = 16 << 10;

    private final Text xml;
    private int at;

    private Envelope(Text xml) {
        this.xml = xml;
    }

    /// Empty if it is neither.
    static String operation(Text xml) {
        Envelope envelope = new Envelope(xml.head(BYTES_MAX));
        Text root = envelope.next();
        if (root.is("Envelope")) {
            return envelope.inBody();
        }
        return root.is("methodCall") && envelope.next().is("methodName") ? envelope.content() : "";
    }

    private String inBody() {
        for (Text tag = next(); !tag.isEmpty(); tag = next()) {
            if (tag.is("Body")) {
                Text first = next();
                return first.isEmpty() ? "" : OperationName.clean(first);
            }
        }
        return "";
    }

    private String content() {
        int open = xml.indexOf('>', at);
        int close = open < 0 ? -1 : xml.indexOf('<', open);
        return close < 0 ? "" : OperationName.clean(xml.sub(open + 1, close).trim());
    }

    /// The name of the next element without its prefix, empty at the end.
    private Text next() {
        while (true) {
            int open = xml.indexOf('<', Math.min(at, xml.length()));
            if (open < 0 || open + 1 >= xml.length()) {
                at = xml.length();
                return Text.EMPTY;
            }
            byte c = xml.at(open + 1);
            if (c == '!' || c == '?' || c == '/') {
                at = after(open, xml.hasAt(open, "<!--") ? "-->" : ">");
                continue;
            }
            at = open + 1;
            while (at < xml.length() && !Text.isBlank(xml.at(at)) && xml.at(at) != '>' && xml.at(at) != '/') {
                at++;
            }
            Text name = xml.sub(open + 1, at);
            return name.sub(name.indexOf(':') + 1);
        }
    }

    private int after(int from, String end) {
        int found = xml.find(end, from);
        return found < 0 ? xml.length() : found + end.length();
    }
}
