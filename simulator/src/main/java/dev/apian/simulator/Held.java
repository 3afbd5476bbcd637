// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The credential on a call, as only the simulator knows it.
///
/// @param name unique in a world; all tokens of one person or program have one name
public record Held(String name, CredentialClass type) {

    static final Held NOTHING = new Held("", CredentialClass.NONE);
}
