// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.lake.QueryException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into a message and an exit code: what was found, what was expected, the next step.
final class Failures {

    static final int FAILURE = 1;
    static final int WRONG_USAGE = 2;

    private Failures() {}

    static int wrongUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(
                "apian: " + (wrong instanceof UnmatchedArgumentException some ? unknown(some) : wrong.getMessage()));
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static String unknown(UnmatchedArgumentException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String found = wrong.getUnmatched().getFirst();
        List<String> near = wrong.getSuggestions();
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        if (found.startsWith("-")) {
            return "unknown option " + found + hint;
        }
        String commands = String.join(", ", command.subcommands().keySet());
        return commands.isEmpty()
                ? "unexpected argument " + found
                : "unknown command " + found + ", expected one of " + commands + hint;
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
            case QueryException query -> err.println("apian: " + query.getMessage());
            case FileSystemException file -> err.println("apian: " + file.getFile() + ": " + reason(file));
            case IOException io -> err.println("apian: " + (io.getMessage() == null ? io.toString() : io.getMessage()));
            default -> {
                err.println("apian: this is a bug, please report it with what follows");
                cause.printStackTrace(err);
            }
        }
        return FAILURE;
    }

    private static String reason(FileSystemException file) {
        return switch (file) {
            case NoSuchFileException none -> "no such file or folder; check the path";
            case AccessDeniedException denied -> "no permission; choose another folder or change its owner";
            case FileAlreadyExistsException exists -> "exists and is no folder; choose another";
            default -> file.getReason() == null ? file.toString() : file.getReason();
        };
    }
}
