// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Link;

/// What a link says of its credential. The one place that changes once links tell the class.
final class ToldClass {

    private ToldClass() {}

    /// [CredentialClass#UNKNOWN], since links do not tell it yet.
    static CredentialClass of(Link link) {
        return CredentialClass.UNKNOWN;
    }
}
