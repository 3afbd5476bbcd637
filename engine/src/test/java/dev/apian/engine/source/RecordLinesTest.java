// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A document of records becomes lines, byte by byte.
class RecordLinesTest {

    private static final String ONE = "{\"eventVersion\":\"1\",\"a\":[{\"b\":1},{\"b\":2}]}";
    private static final String TWO = "{\"eventVersion\":\"2\",\"a\":\"},{ \\\" ]\"}";
    private static final String THREE = "{\"eventVersion\":\"3\",\"a\":{}}";

    @Test
    void theRecordsOfADeliveredFileAreLines() throws IOException {
        assertThat(lines("{\"Records\":[" + ONE + "," + TWO + "," + THREE + "]}"))
                .containsExactly(ONE, TWO, THREE);
    }

    @Test
    void theRecordsOfAnArrayAreLinesHoweverTheyArePrinted() throws IOException {
        String first = "{\n    \"a\": 1,\n    \"b\": [\n      {\"c\": \"d\"}\n    ]\n  }";
        String printed = "\n[\n  " + first + ",\n\n  {\n    \"a\": 2\n  }\n]\n";

        assertThat(lines(printed))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"a\": 1,")
                .endsWith("}");
        assertThat(lines("[" + ONE + ",\r\n" + TWO + "\r\n,\r\n" + THREE + "]")).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void recordsPrintedOverSeveralLinesNeedNoArray() throws IOException {
        assertThat(lines("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n")).containsExactly("{   \"a\": 1 }", "{   \"a\": 2 }");
    }

    @Test
    void documentsOneBehindTheOtherAreReadOn() throws IOException {
        assertThat(lines("{\"Records\":[" + ONE + "]}\n{\"Records\":[" + TWO + "," + THREE + "]}"))
                .containsExactly(ONE, TWO, THREE);
    }

    @Test
    void aRecordALineIsLeftAsItIs() throws IOException {
        for (String text : List.of(ONE + "\n" + TWO + "\n", "[2026-03-01] GET /\n", "1.2.3.4 - - [x]\n", "[1,2]", "")) {
            assertThat(new String(read(text), UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void positionsAreThoseOfTheDocument() throws IOException {
        String document = "{ \"Records\" : [\n" + ONE + " ,\n" + TWO + "] }\n";

        String text = new String(read(document), UTF_8);

        assertThat(text).hasSameSizeAs(document);
        assertThat(text.indexOf(TWO)).isEqualTo(document.indexOf(TWO));
    }

    @Test
    void aBrokenRecordIsALineOfItsOwn() throws IOException {
        for (String broken : List.of(
                ONE.replace("\"1\"", "\"1"),
                ONE.replace("\"1\"", "1\""),
                ONE.substring(0, ONE.length() - 1),
                ONE.substring(0, 30),
                ONE + "}",
                ONE.replace("[{", "{"),
                "null",
                "7",
                "\"text\"",
                "[]",
                "{\"deep\":" + "[".repeat(99) + "]".repeat(99) + "}")) {
            List<String> lines = lines("{\"Records\":[" + TWO + "," + broken + "," + THREE + "]}");

            assertThat(lines).as(broken).hasSize(3).startsWith(TWO).endsWith(THREE);
        }
    }

    @Test
    void anArrayThatIsClosedTooEarlyEndsNothing() throws IOException {
        assertThat(lines("[" + ONE + "]," + TWO + "," + THREE + "]")).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void aDocumentThatBreaksOffGivesWhatWasWhole() throws IOException {
        assertThat(lines("[" + ONE + "," + TWO.substring(0, 25))).containsExactly(ONE, TWO.substring(0, 25));
    }

    @Test
    void bordersOfBuffersChangeNothing() throws IOException {
        Random random = new Random(7);
        StringBuilder document = new StringBuilder("[");
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String record = "{\"eventVersion\":\"" + i + "\",\"x\":\"" + "y,{".repeat(random.nextInt(60)) + "\"}";
            document.append(i == 0 ? "" : ",").append(record);
            expected.append(record).append('\n');
        }

        assertThat(String.join("\n", lines(document + "]")) + "\n").isEqualTo(expected.toString());
    }

    @Test
    void aPackedDocumentThatIsCutOffIsReadUpToThereAndThenSaysSo() throws IOException {
        byte[] whole = Logs.gzip(Logs.bytes("[" + (ONE + ",").repeat(20_000) + TWO + "]"));
        Content content = Content.of(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - 9)));

        assertThat(new String(content.head(), UTF_8)).startsWith(" " + ONE + "\n" + ONE);
        assertThatThrownBy(() -> all(content))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("truncated gzip");
    }

    private static List<String> lines(String document) throws IOException {
        return Arrays.stream(new String(read(document), UTF_8).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static byte[] read(String document) throws IOException {
        return all(Content.of(new ByteArrayInputStream(document.getBytes(UTF_8))));
    }

    private static byte[] all(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[777];
        for (int read = content.read(some, 0, some.length); read >= 0; read = content.read(some, 0, some.length)) {
            out.write(some, 0, read);
        }
        return out.toByteArray();
    }
}
