// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {

    private static final String PASSWORD = "four words far apart\n";

    private final Shell shell = new Shell().withInput(PASSWORD);

    @TempDir
    private Path data;

    @Test
    void theFirstUserIsAnAdministrator() {
        assertThat(users("add", "vera")).isEqualTo(2);
        assertThat(shell.err()).contains("first user must be an administrator");
        assertThat(users("add", "anna", "--role", "admin")).isZero();
        assertThat(users("list")).isZero();
        assertThat(shell.out()).contains("anna").contains("admin").doesNotContain("four words");
    }

    @Test
    void aWeakPasswordAndAnUnknownRoleAreRefused() {
        assertThat(users("add", "anna", "--role", "root")).isEqualTo(2);
        assertThat(shell.err()).contains("'root'", "viewer");
        shell.withInput("short\n");
        assertThat(users("add", "anna", "--role", "admin")).isEqualTo(2);
        assertThat(shell.err()).contains("5 characters", "12");
        shell.withInput("");
        assertThat(users("add", "anna", "--role", "admin")).isEqualTo(2);
    }

    @Test
    void theLastAdministratorIsNotRemoved() {
        users("add", "anna", "--role", "admin");
        users("add", "vera");
        assertThat(users("remove", "anna")).isEqualTo(2);
        assertThat(shell.err()).contains("last administrator");
        assertThat(users("remove", "vera")).isZero();
        assertThat(users("password", "vera")).isEqualTo(2);
        assertThat(users("password", "anna")).isZero();
    }

    @Test
    void itMustBeSaidWhere() {
        assertThat(shell.run("users", "list")).isEqualTo(2);
        assertThat(shell.err()).contains("--data", "--catalogue");
        assertThat(shell.run("users")).isEqualTo(2);
        assertThat(shell.err()).contains("list, add, password, remove");
    }

    private int users(String command, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "users";
        all[1] = command;
        System.arraycopy(more, 0, all, 2, more.length);
        all[more.length + 2] = "--data";
        all[more.length + 3] = data.toString();
        return shell.run(all);
    }
}
