// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// The knowledge of steps that need none.
public enum NoKnowledge {
    NONE
}
