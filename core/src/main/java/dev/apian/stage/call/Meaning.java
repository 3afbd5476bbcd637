// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// What a key in a body, or a parameter in a query, is there for.
enum Meaning {
    NONE,
    /// Names a thing: kept as a [Field].
    ID,
    /// Names a thing unless it looks like a one-time code.
    CODE,
    /// Names a person or account, and is what people type at a login.
    LOGIN,
    CLIENT_ID,
    /// Proves a login; never kept.
    PASSWORD,
    /// Never kept, in no form.
    SECRET,
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    SESSION,
    API_KEY,
    /// `secret`: an API key where a response hands it out, a secret where a request brings it.
    KEY_SECRET,
    /// `key`: an API key in a query if it looks like one.
    MAYBE_KEY,
    EXPIRES_IN;

    /// Whether whatever stands under this key may be part of a credential.
    boolean isCredential() {
        return switch (this) {
            case PASSWORD, SECRET, ACCESS_TOKEN, REFRESH_TOKEN, SESSION, API_KEY, KEY_SECRET -> true;
            case NONE, ID, CODE, LOGIN, CLIENT_ID, MAYBE_KEY, EXPIRES_IN -> false;
        };
    }
}
