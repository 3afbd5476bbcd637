// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.QueryException;
import dev.apian.lake.TextTable;
import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.Drift;
import dev.apian.openapi.DriftJson;
import dev.apian.server.documents.DocumentShelf;
import dev.apian.server.documents.ListedEndpoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `apian endpoints drift`.
@Command(
        name = "drift",
        description = {
            "Where traffic and the imported documents differ: shadow (in no document), zombie (deprecated or an old"
                    + " version, still called), unused (never seen), parameter, status, key, type and required.",
            "",
            "A document speaks of the hosts that it names only, and of all hosts if it names none.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  apian endpoints drift --data /tmp/data",
            "  apian endpoints drift --data /tmp/data --kind shadow,zombie,type --fail"
        })
final class EndpointsDriftCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "Only these, separated by commas. Default: all.")
    private Set<String> kinds = Set.of();

    @Option(names = "--fail", description = "Exit with 1 if something differs, or if there is nothing to compare with.")
    private boolean fail;

    @Mixin
    private TableOrJson format = new TableOrJson();

    EndpointsDriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, QueryException {
        boolean isJson = format.isJson(spec);
        if (!Drift.KINDS.containsAll(kinds)) {
            throw new ParameterException(
                    spec.commandLine(), "--kind %s: expected some of %s".formatted(kinds, Drift.KINDS));
        }
        List<ApiDocument> documents = DocumentShelf.of(data.path()).documents();
        List<Drift> drifts = Drift.of(documents, ListedEndpoints.read(data.path())).stream()
                .filter(drift -> kinds.isEmpty() || kinds.contains(drift.kind()))
                .toList();
        if (isJson) {
            terminal.out().println(DriftJson.of(drifts).toPrettyString());
        } else {
            writeTable(drifts);
        }
        terminal.err().println(summary(documents, drifts));
        boolean failed = documents.isEmpty() || !drifts.isEmpty();
        return fail && failed ? Failures.FAILURE : CommandLine.ExitCode.OK;
    }

    private void writeTable(List<Drift> drifts) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Drift drift : drifts) {
            Drift.Place place = drift.place();
            rows.add(List.of(drift.kind(), place.toString(), place.host(), place.document(), drift.says()));
        }
        TextTable.write(List.of("kind", "endpoint", "host", "document", "what"), rows, terminal.out());
    }

    private static String summary(List<ApiDocument> documents, List<Drift> drifts) {
        if (documents.isEmpty()) {
            return "there are no documents to compare with; bring one with: apian endpoints import FILE";
        }
        Map<String, Long> counts =
                drifts.stream().collect(Collectors.groupingBy(Drift::kind, TreeMap::new, Collectors.counting()));
        return drifts.isEmpty()
                ? "nothing differs"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}
