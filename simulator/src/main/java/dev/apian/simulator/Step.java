// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Something a person is about to ask of the API. What exactly is decided when the time has come.
@FunctionalInterface
interface Step {
    Exchange take(long at);
}
