// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// One call as a record of the native format, with what it truly is.
///
/// @param group the index of its group, [#NOISE] if it belongs to none
record Sample(String line, int group) {

    static final int NOISE = -1;
}
