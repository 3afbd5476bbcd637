// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Locale;

/// A kind of personal or secret data, found in bodies by pattern and, where there is one, checksum. Counted,
/// never kept.
public enum DataClass {
    EMAIL(Level.PERSONAL),
    PHONE(Level.PERSONAL),
    PERSON_NAME(Level.PERSONAL),
    POSTAL_ADDRESS(Level.PERSONAL),
    BIRTH_DATE(Level.PERSONAL),
    COORDINATES(Level.PERSONAL),
    IP_ADDRESS(Level.PERSONAL),
    CARD_NUMBER(Level.SENSITIVE),
    IBAN(Level.SENSITIVE),
    NATIONAL_ID(Level.SENSITIVE),
    TOKEN(Level.SECRET),
    API_KEY(Level.SECRET),
    PASSWORD(Level.SECRET),
    PRIVATE_KEY(Level.SECRET);

    /// How much harm it does in the wrong hands.
    public enum Level {
        PERSONAL,
        SENSITIVE,
        SECRET
    }

    private final Level level;

    DataClass(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /// The word used in tables and JSON: `card_number`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
