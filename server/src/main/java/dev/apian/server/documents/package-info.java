// SPDX-License-Identifier: Apache-2.0

/// OpenAPI documents of a data directory and the inventory that they are held against, for the API and for the
/// commands alike. Start with [DocumentShelf].
@NullMarked
package dev.apian.server.documents;

import org.jspecify.annotations.NullMarked;
