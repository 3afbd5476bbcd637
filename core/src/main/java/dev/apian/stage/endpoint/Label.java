// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// What an endpoint is for, as far as its words tell. Detections and sensitivity build on it.
public enum Label {
    LOGIN,
    TOKEN,
    SELF,
    ADMIN,
    EXPORT,
    PAYMENT,
    SECRET,
    SEARCH,
    HEALTH,
    STATIC,
    /// Calls that no template has matched yet: mostly noise of scanners, kept apart so that it makes no
    /// endpoints.
    UNMATCHED
}
