// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// What people decide and configure, and on a cluster the alerts: SQLite in a file of the data directory, or
/// PostgreSQL that several servers and a job share. One shelf for each kind of thing. Every change is durable. For
/// several threads.
public final class Catalogue implements AutoCloseable {

    /// In a data directory.
    public static final String FILE = "catalogue.db";

    private final Database database;
    private final Verdicts verdicts;
    private final StoredAlerts alerts;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final SavedQueries savedQueries;
    private final Tunings tunings;
    private final Suppressions suppressions;
    private final Preferences preferences;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    private Catalogue(Database database) {
        this.database = database;
        this.verdicts = new Verdicts(database);
        this.alerts = new StoredAlerts(database);
        this.accounts = new Accounts(database);
        this.sessions = new Sessions(database);
        this.tokens = new Tokens(database);
        this.audit = new AuditTrail(database);
        this.savedQueries = new SavedQueries(database);
        this.tunings = new Tunings(database);
        this.suppressions = new Suppressions(database);
        this.preferences = new Preferences(database);
        this.webhooks = new Webhooks(database);
        this.deliveries = new Deliveries(database);
    }

    /// The address of the catalogue of a data directory.
    public static String urlIn(Path dataDirectory) {
        return "jdbc:sqlite:" + dataDirectory.resolve(FILE);
    }

    /// Opens a catalogue and creates what is missing in it.
    ///
    /// @param jdbcUrl `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST/DATABASE?user=...&password=...`
    public static Catalogue open(String jdbcUrl) throws IOException {
        return open(jdbcUrl, Schema::prepare);
    }

    /// Opens a catalogue that a job or a server has made, and changes nothing: for those who only ask, who may
    /// have named a database of somebody else, or may only read.
    public static Catalogue openToRead(String jdbcUrl) throws IOException {
        return open(jdbcUrl, (connection, dialect) -> Schema.require(connection));
    }

    private static Catalogue open(String jdbcUrl, Opening opening) throws IOException {
        Catalogue catalogue = new Catalogue(new Database(jdbcUrl));
        try {
            Database database = catalogue.database;
            database.change(connection -> opening.on(connection, database.dialect()));
            catalogue.refresh();
            return catalogue;
        } catch (IOException e) {
            catalogue.close();
            throw e;
        }
    }

    /// An address without the password in it, for messages.
    public static String shown(String jdbcUrl) {
        return Database.shown(jdbcUrl);
    }

    public Verdicts verdicts() {
        return verdicts;
    }

    public StoredAlerts alerts() {
        return alerts;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tokens tokens() {
        return tokens;
    }

    public AuditTrail audit() {
        return audit;
    }

    public SavedQueries savedQueries() {
        return savedQueries;
    }

    public Tunings tunings() {
        return tunings;
    }

    public Suppressions suppressions() {
        return suppressions;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /// Learns what others have written of that which is kept in memory.
    public void refresh() throws IOException {
        verdicts.refresh();
        suppressions.refresh();
        preferences.refresh();
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    private interface Opening {
        void on(Connection connection, Dialect dialect) throws SQLException, IOException;
    }
}
