// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;

/// What is kept of a call's query and bodies beside ids: their form, the kinds of data in them, and which parts of
/// the path came back. Endpoints are learned from it. Never a value, but for the words that choose an operation.
///
/// @param operation  what the body asks for where the path does not tell: `query GetOrder`, `mutation addItem`
///                   (GraphQL), `orders.list` (JSON-RPC), `GetQuote` (SOAP); empty if the path tells
/// @param parameters names in the query, as written, each once, at most [#PARAMETERS_MAX]
/// @param choices    words in query or form that may choose an operation, `action=list`
/// @param echoes     parts of the path that came back in the response
public record Content(
        Body request,
        Body response,
        String operation,
        List<String> parameters,
        List<Choice> choices,
        List<Echo> echoes) {

    public static final int PARAMETERS_MAX = 32;
    public static final int CHOICES_MAX = 4;
    public static final int ECHOES_MAX = 8;

    public static final Content NONE = new Content(Body.NONE, Body.NONE, "", List.of(), List.of(), List.of());

    public Content {
        parameters = List.copyOf(parameters);
        choices = List.copyOf(choices);
        echoes = List.copyOf(echoes);
    }

    /// A short word under a name such as `action`, `cmd`, `method` or `op`.
    public record Choice(String name, String value) {}

    /// @param segment which part of the path came back, counted from 0 over the parts that are not empty
    /// @param name    the key under which it stood in the response, as written
    public record Echo(int segment, String name) {}
}
