// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ApianTest {

    private final Shell shell = new Shell();

    @Test
    void everyCommandHasHelpOnStandardOutput() {
        Set<String> commands =
                Apian.commandLine(Terminal.system()).getSubcommands().keySet();

        assertThat(commands).contains("analyze", "query", "simulate");
        for (String command : commands) {
            assertThat(shell.run(command, "--help")).isZero();
            assertThat(shell.out()).startsWith("Usage: apian " + command).contains("--help");
            assertThat(shell.err()).isEmpty();
        }
        assertThat(shell.run("--help")).isZero();
        assertThat(shell.out()).contains(commands).contains("apian test");
    }

    @Test
    void theVersionIsOneLineToParse() {
        assertThat(shell.run("--version")).isZero();
        assertThat(shell.out().lines().findFirst().orElse("")).startsWith("apian ");
    }

    @Test
    void noCommandAndUnknownOnesAreWrongUsageAndSayWhatThereIs() {
        assertThat(shell.run()).isEqualTo(2);
        assertThat(shell.err()).contains("no command given, expected one of ", "analyze", "query", "simulate");
        assertThat(shell.run("analyse")).isEqualTo(2);
        assertThat(shell.err()).contains("unknown command analyse", "did you mean analyze", "See apian --help");
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsWrongUsageAndNamesTheNearest() {
        assertThat(shell.run("query", "select 1", "--data", "x", "--formt", "csv"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("unknown option --formt", "--format", "See apian query --help");
    }

    @Test
    void aMissingOptionIsWrongUsage() {
        assertThat(shell.run("query", "select 1")).isEqualTo(2);
        assertThat(shell.err()).contains("--data");
    }
}
