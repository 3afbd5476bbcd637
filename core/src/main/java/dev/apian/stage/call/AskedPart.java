// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// The part that a key plays in telling what a JSON request asks for, in GraphQL over HTTP and JSON-RPC 2.0.
enum AskedPart {
    NONE,
    /// The whole body, or one of several requests in it.
    TOP,
    QUERY,
    OPERATION_NAME,
    EXTENSIONS,
    PERSISTED_QUERY,
    SHA256_HASH,
    JSONRPC,
    METHOD;

    /// @param outer the part of the object around the key
    static AskedPart of(AskedPart outer, String key) {
        return switch (outer) {
            case TOP ->
                switch (key) {
                    case "query" -> QUERY;
                    case "operationName" -> OPERATION_NAME;
                    case "extensions" -> EXTENSIONS;
                    case "jsonrpc" -> JSONRPC;
                    case "method" -> METHOD;
                    default -> NONE;
                };
            case EXTENSIONS -> key.equals("persistedQuery") ? PERSISTED_QUERY : NONE;
            case PERSISTED_QUERY -> key.equals("sha256Hash") ? SHA256_HASH : NONE;
            case NONE, QUERY, OPERATION_NAME, SHA256_HASH, JSONRPC, METHOD -> NONE;
        };
    }

    /// Whether the value itself tells something.
    boolean isTold() {
        return switch (this) {
            case QUERY, OPERATION_NAME, SHA256_HASH, JSONRPC, METHOD -> true;
            case NONE, TOP, EXTENSIONS, PERSISTED_QUERY -> false;
        };
    }
}
