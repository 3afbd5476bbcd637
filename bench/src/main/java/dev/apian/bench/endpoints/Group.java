// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// A group that a discovery puts calls in.
///
/// @param id       equal for the calls of one group
/// @param template for people
record Group(long id, String template) {

    /// The template without the names of its parameters: names may still change when groups do not.
    String shape() {
        return template.replaceAll("\\{[^}/]*}", "{}");
    }
}
