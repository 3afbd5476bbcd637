// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

/// Who comes with a credential.
public enum CredentialClass {
    /// Too little was seen to say.
    UNKNOWN,
    /// One person.
    PERSONAL,
    /// Several people, who cannot be told apart.
    SHARED,
    /// A program.
    SERVICE,
    /// Many people, each named on the call.
    GATEWAY
}
