// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// A request and its answer, before they are written as a record.
///
/// @param sender   its address, token and user agent
/// @param request  the body, empty if there is none
/// @param response the body, empty if there is none
record Exchange(Sender sender, String method, String path, int status, String request, String response) {

    /// Who calls.
    ///
    /// @param token opaque, empty if it shows none
    record Sender(String address, String token, String userAgent) {}
}
