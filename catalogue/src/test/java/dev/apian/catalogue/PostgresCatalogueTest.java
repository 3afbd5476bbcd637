// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
}
