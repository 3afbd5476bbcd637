// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.List;

/// A text that is no OpenAPI document that could be used, with all that is wrong with it.
public final class DocumentException extends Exception {

    DocumentException(String name, List<String> problems) {
        super(name + ": " + String.join("; ", problems));
    }
}
