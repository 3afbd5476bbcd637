// SPDX-License-Identifier: Apache-2.0

/// Who gets in: users with passwords or from an identity provider, sessions, tokens of programs, roles, and the
/// record of what everybody did.
///
/// Start with [Access]. [Recognition] finds out who asks, before any operation; what a role may do is said where
/// operations are registered ([dev.apian.server.http.Operations]).
@NullMarked
package dev.apian.server.access;

import org.jspecify.annotations.NullMarked;
