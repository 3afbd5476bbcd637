// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.TreeSet;

/// What a request asks for where its path does not tell, while the request is read: GraphQL, JSON-RPC, SOAP,
/// XML-RPC. Used again for the next call.
final class Asked {

    /// Operations named of a request that holds several.
    static final int BATCH_MAX = 4;

    /// More than these are not looked at.
    static final int BATCH_READ_MAX = 256;

    private static final int HASH_CHARS = 12;
    private static final Remembered<GraphQl> DOCUMENTS = new Remembered<>(512, GraphQl::of);

    private final TreeSet<String> operations = new TreeSet<>();
    private int read;
    private Text document = Text.EMPTY;
    private Text name = Text.EMPTY;
    private Text hash = Text.EMPTY;
    private Text method = Text.EMPTY;
    private boolean isRpc;

    void clear() {
        operations.clear();
        read = 0;
        forget();
    }

    private void forget() {
        document = Text.EMPTY;
        name = Text.EMPTY;
        hash = Text.EMPTY;
        method = Text.EMPTY;
        isRpc = false;
    }

    void take(AskedPart part, Text value) {
        switch (part) {
            case QUERY -> document = value;
            case OPERATION_NAME -> name = value;
            case SHA256_HASH -> hash = value;
            case JSONRPC -> isRpc = true;
            case METHOD -> method = value;
            case NONE, TOP, EXTENSIONS, PERSISTED_QUERY -> {}
        }
    }

    /// The next of several requests begins, or the end is reached.
    void next() {
        if (read < BATCH_READ_MAX) {
            String operation = operation();
            if (!operation.isEmpty()) {
                operations.add(operation);
                read++;
            }
        }
        forget();
    }

    /// An operation that was told as a whole.
    void add(String operation) {
        if (!operation.isEmpty() && operations.isEmpty()) {
            operations.add(operation);
        }
    }

    private String operation() {
        if (isRpc && !method.isEmpty()) {
            return OperationName.clean(method);
        }
        if (!document.isEmpty()) {
            return graphQl();
        }
        if (!isHash(hash)) {
            return "";
        }
        return name.isEmpty() ? "persisted " + hash.head(HASH_CHARS).string() : OperationName.clean(name);
    }

    /// A document that does not begin like one is a search for words.
    private String graphQl() {
        Text text = document.trim();
        byte first = text.isEmpty() ? 0 : text.at(0);
        if (first != '{' && first != '#' && first != ',' && first > 0 && !Text.isLetter(first)) {
            return "";
        }
        return DOCUMENTS.of(text).label(name.string());
    }

    private static boolean isHash(Text text) {
        if (text.length() < HASH_CHARS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (!Text.isDigit(c) && !((c | 0x20) >= 'a' && (c | 0x20) <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /// One operation, or the names of several.
    String text() {
        next();
        if (operations.size() < 2) {
            return operations.isEmpty() ? "" : operations.first();
        }
        String joined = String.join(" + ", operations.stream().limit(BATCH_MAX).toList());
        return operations.size() > BATCH_MAX ? joined + " + ..." : joined;
    }
}
