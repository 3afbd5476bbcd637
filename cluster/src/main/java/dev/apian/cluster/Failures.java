// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into a message and an exit code.
final class Failures {

    static final int FAILURE = 1;
    static final int WRONG_USAGE = 2;

    private Failures() {}

    static int wrongUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("apian: " + wrong.getMessage());
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Throwable cause = failure instanceof UncheckedIOException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
        switch (cause) {
            case ParameterException wrong -> {
                return wrongUsage(wrong, new String[0]);
            }
            case NoSuchFileException none ->
                err.println("apian: " + none.getFile() + ": no such file or folder; check the path");
            case FileSystemException file ->
                err.println("apian: " + file.getFile() + ": "
                        + Objects.requireNonNullElse(file.getReason(), "cannot be read or written; check who owns it"));
            case IOException io -> err.println("apian: " + Objects.requireNonNullElse(io.getMessage(), io.toString()));
            default -> {
                err.println("apian: this is a bug, please report it with what follows");
                cause.printStackTrace(err);
            }
        }
        return FAILURE;
    }
}
