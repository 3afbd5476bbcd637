// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.LocalDate;
import java.util.List;

/// A field of the JSON documents about a thing. Its value is made of what the thing is, so it is the same whenever it
/// is asked.
///
/// @param choices the values of a choice, or the type of what a link leads to
/// @param parts the fields of an object
/// @param high the largest number
record Field(String name, Form form, List<String> choices, List<Field> parts, int high) {

    private static final List<String> TEXTS = List.of(
            "as discussed by phone",
            "monthly",
            "please confirm",
            "see attachment",
            "no remarks",
            "invoice 2026",
            "urgent",
            "thank you",
            "second half",
            "corrected version");
    private static final List<String> CITIES =
            List.of("Hamburg", "Lisbon", "Lyon", "Turin", "Ghent", "Malmo", "Porto", "Graz", "Leeds", "Cork", "Brno");
    private static final List<String> COUNTRIES = List.of("DE", "PT", "FR", "IT", "BE", "SE", "AT", "GB", "IE", "CZ");

    enum Form {
        /// An amount as text: `"12.50"`.
        MONEY,
        NUMBER,
        DATE,
        TIME,
        NAME,
        FIRM,
        EMAIL,
        PHONE,
        CITY,
        COUNTRY,
        TEXT,
        CODE,
        UUID,
        ADDRESS,
        FLAG,
        CHOICE,
        /// The id of something else.
        LINK,
        OBJECT,
        /// Some objects.
        ARRAY
    }

    static Field of(String name, Form form) {
        return new Field(name, form, List.of(), List.of(), form == Form.MONEY ? 250_000 : 1_000);
    }

    static Field number(String name, int high) {
        return new Field(name, Form.NUMBER, List.of(), List.of(), high);
    }

    static Field money(String name, int highInCents) {
        return new Field(name, Form.MONEY, List.of(), List.of(), highInCents);
    }

    static Field choice(String name, String... choices) {
        return new Field(name, Form.CHOICE, List.of(choices), List.of(), 0);
    }

    static Field link(String name, String type) {
        return new Field(name, Form.LINK, List.of(type), List.of(), 0);
    }

    static Field object(String name, Field... parts) {
        return new Field(name, Form.OBJECT, List.of(), List.of(parts), 0);
    }

    static Field array(String name, Field... parts) {
        return new Field(name, Form.ARRAY, List.of(), List.of(parts), 3);
    }

    /// Writes the field of a thing.
    ///
    /// @param draws the thing's own chance, in the same state every time
    void write(Json out, Thing thing, Ledger ledger, Chance draws) {
        switch (form) {
            case MONEY -> out.money(name, 100 + draws.below(high));
            case NUMBER -> out.field(name, 1 + draws.below(high));
            case DATE -> out.field(name, day(thing, draws).toString());
            case TIME -> out.field(name, day(thing, draws) + clock(draws));
            case NAME -> out.field(name, thing.name(draws));
            case FIRM -> out.field(name, thing.firm(draws));
            case EMAIL -> out.field(name, thing.email(draws));
            case PHONE -> out.field(name, "+49 40 " + (100_000 + draws.below(899_999)));
            case CITY -> out.field(name, draws.pick(CITIES));
            case COUNTRY -> out.field(name, draws.pick(COUNTRIES));
            case TEXT -> out.field(name, draws.pick(TEXTS));
            case CODE -> out.field(name, draws.letters(8));
            case UUID -> out.field(name, draws.uuid());
            case ADDRESS -> out.field(name, "https://files.example/" + draws.letters(12));
            case FLAG -> out.field(name, draws.happens(0.5));
            case CHOICE -> out.field(name, draws.pick(choices));
            case LINK -> out.field(name, ledger.idOf(choices.getFirst(), thing, thing.owner()));
            case OBJECT -> {
                out.objectField(name);
                writeParts(out, thing, ledger, draws);
            }
            case ARRAY -> {
                out.array(name);
                for (int i = 1 + draws.below(high); i > 0; i--) {
                    writeParts(out.element(), thing, ledger, draws);
                }
                out.endArray();
            }
        }
    }

    private void writeParts(Json out, Thing thing, Ledger ledger, Chance draws) {
        for (Field part : parts) {
            part.write(out, thing, ledger, draws);
        }
        out.endElement();
    }

    private static LocalDate day(Thing thing, Chance draws) {
        return LocalDate.ofEpochDay(Math.floorDiv(thing.since(), Micros.DAY) + draws.below(30));
    }

    private static String clock(Chance draws) {
        int minute = draws.below(50);
        return "T" + (10 + draws.below(10)) + ":" + (10 + minute) + ":00Z";
    }
}
