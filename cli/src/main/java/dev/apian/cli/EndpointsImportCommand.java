// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.DocumentException;
import dev.apian.server.documents.DocumentShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `apian endpoints import`.
@Command(
        name = "import",
        description = {
            "Bring OpenAPI 3.0 or 3.1 or Swagger 2.0 documents, JSON or YAML: their routes win over what is learned,"
                    + " and drift compares traffic with them. A document of the same name is replaced.",
            "",
            "References to files and addresses outside of a document are not followed. If one file cannot be read,"
                    + " none is imported.",
            ""
        },
        footer = {"", "Example:", "  apian endpoints import shop.yaml billing.json --data /tmp/data"})
final class EndpointsImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The documents. A file's name is its document's.")
    private List<Path> files;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "Where they are served, whatever they say. Default: the hosts of their servers.")
    private @Nullable String host;

    @Option(names = "--name", paramLabel = "NAME", description = "For one file: what the document is called here.")
    private @Nullable String name;

    EndpointsImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<ApiDocument> read = read();
        Files.createDirectories(data.path());
        DocumentShelf shelf = DocumentShelf.of(data.path());
        for (ApiDocument document : read) {
            DocumentShelf.Imported imported;
            try {
                imported = shelf.put(document, Saying.WHO, Saying.now());
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
            terminal.out()
                    .printf(
                            "%s: %d operations of %s %s on %s%n",
                            document.name(),
                            document.operations().size(),
                            document.title(),
                            document.version(),
                            EndpointsDocumentsCommand.hosts(imported));
            document.notes().forEach(note -> terminal.err().printf("warning: %s: %s%n", document.name(), note));
        }
        return CommandLine.ExitCode.OK;
    }

    private List<ApiDocument> read() throws IOException {
        if (name != null && files.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--name names one document, found %d files".formatted(files.size()));
        }
        Map<String, ApiDocument> read = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            String called = name == null ? DocumentShelf.nameOf(String.valueOf(file.getFileName())) : name;
            try {
                ApiDocument document = ApiDocument.read(called, text(file));
                if (read.put(called, host == null ? document : document.at(host)) != null) {
                    problems.add("%s: another file is named %s too; import one of them alone with --name"
                            .formatted(file, called));
                }
            } catch (DocumentException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems) + "\nnothing was imported");
        }
        return List.copyOf(read.values());
    }

    private static String text(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > 4L * ApiDocument.CHARACTERS_MAX) {
            throw new IOException("%s has %d bytes, expected a document of at most %d characters"
                    .formatted(file, bytes, ApiDocument.CHARACTERS_MAX));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
