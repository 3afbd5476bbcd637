// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "query GetOrder($id: ID!) { order(id: $id) { id } }|query GetOrder",
                "mutation addItem { addItem(id: 1) { id } }|mutation addItem",
                "  # what it does\\n query A { a }|query A",
                "{ viewer { login } orders(first: 10) { id } }|query {orders, viewer}",
                "query { mine: orders { id } theirs: orders { id } }|query {orders}",
                "{ a(x: {b: 1, c: [2]}) @include(if: true) { d { e } } }|query {a}",
                "{ ...Some ... on Query { x } b }|query {b}",
                "subscription($a: In = {b: 1}) { orderChanged { id } }|subscription {orderChanged}",
                "fragment F on Order { id } query Q { order { ...F } }|query Q",
                "{ a(text: \\\"} evil {\\\") { b } c }|query {a, c}",
                "{ h g f e d c b a }|query {a, b, c, d, e, f}",
                "query Zq7Kx9Vw3Lp5Rt8Yb2Nm { a }|query other"
            })
    void aGraphQlDocumentTellsItsOperation(String document, String operation) {
        assertThat(request("{\"query\":\"" + document + "\"}")).isEqualTo(operation);
    }

    @Test
    void ofSeveralOperationsTheNamedOneIsAskedFor() {
        String document = "\"query\":\"query A { a } mutation B { b }\"";

        assertThat(request("{" + document + ",\"operationName\":\"B\"}")).isEqualTo("mutation B");
        assertThat(request("{\"operationName\":\"A\"," + document + "}")).isEqualTo("query A");
        assertThat(request("{\"operationName\":null," + document + "}")).isEqualTo("query A");
        assertThat(request("{\"operationName\":\"C\"," + document + "}")).isEmpty();
    }

    @Test
    void aPersistedQueryIsKnownByItsHashOrName() {
        String hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
        String extensions = "\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";

        assertThat(request("{" + extensions + "}")).isEqualTo("persisted ecf4edb46db4");
        assertThat(request("{\"operationName\":\"GetOrder\"," + extensions + "}"))
                .isEqualTo("GetOrder");
        assertThat(query("operationName=GetOrder&extensions=%7B%22persistedQuery%22:%7B%22sha256Hash%22:%22" + hash
                        + "%22%7D%7D"))
                .isEqualTo("GetOrder");
        assertThat(query("extensions={\"persistedQuery\":{\"sha256Hash\":\"" + hash + "\"}}"))
                .isEqualTo("persisted ecf4edb46db4");
        assertThat(query("query=query+GetOrder%7Border%7Bid%7D%7D")).isEqualTo("query GetOrder");
    }

    @Test
    void jsonRpcTellsItsMethod() {
        assertThat(request("{\"jsonrpc\":\"2.0\",\"method\":\"orders.list\",\"id\":1}"))
                .isEqualTo("orders.list");
        assertThat(request("{\"id\":1,\"method\":\"eth_getBlockByNumber\",\"jsonrpc\":\"2.0\"}"))
                .isEqualTo("eth_getBlockByNumber");
    }

    @Test
    void aBatchTellsAll() {
        assertThat(request("[{\"jsonrpc\":\"2.0\",\"method\":\"b\"},{\"jsonrpc\":\"2.0\",\"method\":\"a\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"b\"}]"))
                .isEqualTo("a + b");
        assertThat(request("[{\"query\":\"query A { a }\"},{\"query\":\"{ b }\"}]"))
                .isEqualTo("query A + query {b}");
        String many = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"jsonrpc\":\"2.0\",\"method\":\"m" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(request(many)).isEqualTo("m0 + m1 + m10 + m100 + ...");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<?xml version=\"1.0\"?><!-- <soap:Body><x/> --><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/"
                        + "soap/envelope/\"><soap:Header/><soap:Body><m:GetQuote xmlns:m=\"x\"><m:s>A</m:s>"
                        + "</m:GetQuote></soap:Body></soap:Envelope>|GetQuote",
                "<Envelope><Body>   <GetQuote/></Body></Envelope>|GetQuote",
                "<?xml version=\"1.0\"?><methodCall><methodName>orders.list</methodName></methodCall>|orders.list",
                "<Envelope><Body></Body></Envelope>|``",
                "<Envelope><Header><GetQuote/>|``",
                "<html><body><p>hi</p></body></html>|``",
                "<methodCall><params/></methodCall>|``",
                "<|``",
                "<!--|``",
                "<methodCall><methodName>a b<c</methodName>|other"
            })
    void xmlTellsItsFirstElementOrMethod(String xml, String operation) {
        assertThat(request(xml)).isEqualTo(operation);
    }

    @Test
    void soapHeadersTellTheirAction() {
        String body = ",\"http.request.body.content\":\"<Envelope><Body><FromBody/></Body></Envelope>\"";

        assertThat(header("SOAPAction", "\\\"http://ws.example.com/stock#GetQuote\\\""))
                .isEqualTo("GetQuote");
        assertThat(header("soapaction", "urn:GetQuote\"" + body + ",\"x\":\"")).isEqualTo("GetQuote");
        assertThat(header("SOAPAction", "\\\"\\\"\"" + body + ",\"x\":\"")).isEqualTo("FromBody");
        assertThat(header("content-type", "application/soap+xml; charset=utf-8; action=\\\"http://x/y/GetQuote\\\""))
                .isEqualTo("GetQuote");
        assertThat(header("SOAPAction", "GetQuote\",\"http.request.body.content\":\"{}"))
                .isEmpty();
        assertThat(header("content-type", "application/json; action=x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"red shoes\"}",
                "{\"query\":{\"match\":{\"name\":\"x\"}}}",
                "{\"query\":\"query builder\"}",
                "{\"query\":\"\"}",
                "{\"query\":\"{ open\",\"variables\":{}}",
                "{\"method\":\"orders.list\"}",
                "{\"jsonrpc\":\"2.0\"}",
                "{\"params\":{\"jsonrpc\":\"2.0\",\"method\":\"x\"}}",
                "{\"operationName\":\"GetOrder\"}",
                "{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"my secret\"}}}",
                "{\"persistedQuery\":{\"sha256Hash\":\"ecf4edb46db40b5132295c0291d62fb65d\"}}",
                "a=1&method=x"
            })
    void otherRequestsAreToldByTheirPath(String body) {
        assertThat(request(body).replace("query {open}", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a b", "sk_live_4eC39HqLyjWDarjtT1zdp7dc", "bob@example.com", "ü"})
    void whatIsNoNameIsCalledOther(String method) {
        assertThat(request("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\"}"))
                .isEqualTo("other");
        assertThat(request("{\"jsonrpc\":\"2.0\",\"method\":\"" + "a".repeat(65) + "\"}"))
                .isEqualTo("other");
    }

    @Test
    void aResponseAsksForNothing() {
        assertThat(with("\"http.response.body.content\":" + quote("{\"jsonrpc\":\"2.0\",\"method\":\"x\"}"))
                        .content()
                        .operation())
                .isEmpty();
    }

    private static String header(String name, String value) {
        return with("\"http.request.header." + name + "\":\"" + value + "\"")
                .content()
                .operation();
    }

    private static String request(String body) {
        return with("\"http.request.body.content\":" + quote(body).replace("\n", "\\n"))
                .content()
                .operation();
    }

    private static String query(String query) {
        return with("\"url.query\":" + quote(query)).content().operation();
    }
}
