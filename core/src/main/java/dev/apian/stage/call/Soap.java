// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import org.jspecify.annotations.Nullable;

/// What the headers of a SOAP request ask for: `SOAPAction` (SOAP 1.1), or `action` in the content type (1.2).
final class Soap {

    private static final String ACTION = "action=";

    private Soap() {}

    /// Empty if nothing is told, or if the body is there and is no XML: anyone may send the header.
    static String operation(Draft draft) {
        Text body = draft.raw(Fact.REQUEST_BODY);
        if (body != null && !body.trim().startsWith("<")) {
            return "";
        }
        Text action = draft.get(Fact.SOAP_ACTION);
        String told = action == null || action.is("-") ? "" : OperationName.ofUri(action);
        return told.isEmpty() ? inContentType(draft.get(Fact.CONTENT_TYPE)) : told;
    }

    private static String inContentType(@Nullable Text type) {
        int at = type == null || !type.contains("soap+xml") ? -1 : type.find(ACTION, 0);
        if (type == null || at < 0) {
            return "";
        }
        Text value = type.sub(at + ACTION.length());
        int end = value.indexOf(';');
        return OperationName.ofUri(end < 0 ? value : value.sub(0, end));
    }
}
