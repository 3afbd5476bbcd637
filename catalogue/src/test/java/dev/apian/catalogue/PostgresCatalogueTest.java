// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCatalogueTest extends CatalogueContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    @Override
    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Test
    void whereNobodyListensIsToldWithoutThePassword() {
        assertThatThrownBy(() -> Catalogue.open("jdbc:postgresql://127.0.0.1:1/apian?user=u&password=secret"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:1/apian")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void whoMayOnlyReadCanAskACatalogueThatIsThere() throws Exception {
        try (Catalogue made = Catalogue.open(url())) {
            made.alerts().put(List.of(alert("a", 1, 1)));
        }
        execute("DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN", "GRANT USAGE ON SCHEMA public TO reader");
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
        try (Catalogue asked = Catalogue.openToRead(postgres.getJdbcUrl("reader", "postgres"))) {
            assertThat(asked.alerts().since(0).alerts()).containsExactly(alert("a", 1, 1));
        } finally {
            execute("DROP OWNED BY reader", "DROP ROLE reader");
        }
    }

    @Test
    void whoOnlyReadsMakesNoTables() throws Exception {
        assertThatThrownBy(() -> Catalogue.openToRead(url()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no catalogue");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            assertThat(tables.next()).isFalse();
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
