// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only has commands below it.
abstract class CommandGroup implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused") // read by picocli
    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "no command given, expected one of " + commands);
    }
}
