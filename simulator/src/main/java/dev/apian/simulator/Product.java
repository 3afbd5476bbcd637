// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Something for sale, named in paths by its slug.
record Product(String slug, String name, String category, int cents) {}
