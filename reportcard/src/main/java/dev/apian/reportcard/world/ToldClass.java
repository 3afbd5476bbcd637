// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Link;

/// What a link says of its credential.
final class ToldClass {

    private ToldClass() {}

    static CredentialClass of(Link link) {
        return link.credentialClass();
    }
}
