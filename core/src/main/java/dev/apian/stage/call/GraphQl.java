// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The operations of a GraphQL document (October 2021, section 2.3), as far as their names go: a scan that knows
/// names, brackets, strings and comments.
record GraphQl(List<Operation> operations) {

    static final int OPERATIONS_MAX = 16;
    static final int FIELDS_MAX = 6;

    /// Fields looked at in an operation without a name, repeated ones included.
    static final int FIELDS_READ_MAX = 256;

    static final GraphQl NONE = new GraphQl(List.of());

    private static final List<String> KINDS = List.of("query", "mutation", "subscription");

    GraphQl {
        operations = List.copyOf(operations);
    }

    /// @param name   empty if it has none
    /// @param fields those at its top, sorted, if it has no name
    record Operation(String kind, String name, List<String> fields) {

        /// `query GetOrder`, or `query {orders, viewer}`.
        String label() {
            if (!name.isEmpty()) {
                return kind + " " + OperationName.clean(name);
            }
            List<String> clean = fields.stream().map(OperationName::clean).toList();
            return fields.isEmpty() ? kind : kind + " {" + String.join(", ", clean) + "}";
        }
    }

    static GraphQl of(Text document) {
        return new Scan(document).read();
    }

    /// The operation that is asked for, empty if there is none of that name.
    ///
    /// @param wanted its name, empty if the document holds but one
    String label(String wanted) {
        for (Operation operation : operations) {
            if (wanted.isEmpty() || operation.name.equals(wanted)) {
                return operation.label();
            }
        }
        return "";
    }

    /// One document on its way through.
    private static final class Scan {
        private final Text text;
        private int at;

        Scan(Text text) {
            this.text = text;
        }

        GraphQl read() {
            List<Operation> operations = new ArrayList<>(1);
            for (blanks(); at < text.length() && operations.size() < OPERATIONS_MAX; blanks()) {
                String kind = text.at(at) == '{' ? "query" : name();
                boolean isOperation = KINDS.contains(kind);
                if (!isOperation && !kind.equals("fragment")) {
                    return NONE;
                }
                blanks();
                String name = name();
                head();
                if (at >= text.length()) {
                    return operations.isEmpty() ? NONE : new GraphQl(operations);
                }
                List<String> fields = fields();
                if (isOperation) {
                    operations.add(new Operation(kind, name, name.isEmpty() ? fields : List.of()));
                }
            }
            return operations.isEmpty() ? NONE : new GraphQl(operations);
        }

        /// Steps over variables and directives to the brace of the selection.
        private void head() {
            int round = 0;
            for (blanks(); at < text.length(); blanks()) {
                byte c = text.at(at);
                if (c == '{' && round == 0) {
                    return;
                }
                round += c == '(' ? 1 : c == ')' ? -1 : 0;
                step(c);
            }
        }

        /// Reads a selection whose brace is here, and gives the fields at its top.
        private List<String> fields() {
            TreeSet<String> fields = new TreeSet<>();
            int depth = 0;
            int read = 0;
            for (blanks(); at < text.length(); blanks()) {
                byte c = text.at(at);
                if (c == '{' || c == '(' || c == '[') {
                    depth++;
                } else if (c == '}' || c == ')' || c == ']') {
                    depth--;
                } else if (depth == 1 && isName(c) && read < FIELDS_READ_MAX) {
                    fields.add(field());
                    read++;
                    continue;
                } else if (depth == 1 && (c == '.' || c == '@')) {
                    spread();
                    continue;
                }
                step(c);
                if (depth == 0) {
                    break;
                }
            }
            return fields.stream().limit(FIELDS_MAX).toList();
        }

        /// A field without its alias.
        private String field() {
            String field = name();
            blanks();
            if (at < text.length() && text.at(at) == ':') {
                at++;
                blanks();
                String name = name();
                return name.isEmpty() ? field : name;
            }
            return field;
        }

        /// Steps over `...Name`, `... on Name` and `@name`.
        private void spread() {
            while (at < text.length() && (text.at(at) == '.' || text.at(at) == '@')) {
                at++;
            }
            blanks();
            if (name().equals("on")) {
                blanks();
                name();
            }
        }

        private String name() {
            int from = at;
            while (at < text.length() && isName(text.at(at))) {
                at++;
            }
            return text.sub(from, at).string();
        }

        private static boolean isName(byte c) {
            return Text.isLetter(c) || Text.isDigit(c) || c == '_';
        }

        /// One sign, or a whole string.
        private void step(byte c) {
            if (c != '"') {
                at++;
                return;
            }
            boolean block = text.hasAt(at, "\"\"\"");
            at += block ? 3 : 1;
            while (at < text.length() && !(text.at(at) == '"' && (!block || text.hasAt(at, "\"\"\"")))) {
                at += text.at(at) == '\\' ? 2 : 1;
            }
            at += block ? 3 : 1;
        }

        /// Blanks, commas, comments and the byte order mark mean nothing.
        private void blanks() {
            for (; at < text.length(); at++) {
                byte c = text.at(at);
                if (c == '#') {
                    at = Text.indexOf(text.bytes, text.from + at, text.to, (byte) '\n') - text.from;
                } else if (!Text.isBlank(c) && c != ',' && (c & 0xff) < 0xBB) {
                    return;
                }
            }
        }
    }
}
