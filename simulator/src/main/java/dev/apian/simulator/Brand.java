// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// The names that a business puts on its hosts, programs and tokens.
///
/// @param company for example `Kestrel Supply`
/// @param domain for example `kestrel-supply.example`
/// @param prefix of tokens and cookies, for example `ks`
/// @param auth where people sign in, for example `/v1/auth`
record Brand(String company, String domain, String prefix, String auth) {

    /// Where the API is.
    String host() {
        return "api." + domain;
    }

    /// Who issues tokens.
    String issuer() {
        return "https://id." + domain;
    }

    /// A program of the business as OAuth knows it, for example `kestrel-web`.
    String client(String program) {
        return company.toLowerCase(Locale.ROOT).split(" ", -1)[0] + "-" + program;
    }

    /// What the app calls itself in its user agent.
    String app() {
        return company.replace(" ", "");
    }
}
