// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.sketch.Plural;
import dev.apian.stage.call.Field;
import java.util.Locale;
import java.util.Set;

/// Names entity types: `orderId`, `order_id`, `orders[].id` and `/orders/{id}` are all `order`. Empty for
/// what is no business entity: a page number, a trace id, a token.
final class EntityType {

    /// Ids of the plumbing, not of the business.
    private static final Set<String> PLUMBING = Set.of(
            "request",
            "trace",
            "span",
            "correlation",
            "session",
            "client",
            "device",
            "message",
            "transaction_trace",
            "grant",
            "csrf",
            "nonce",
            "state",
            "app",
            "application",
            "api",
            "key",
            "token",
            "kid",
            "j",
            "s",
            "page",
            "event",
            "status",
            "error",
            "currency",
            "country",
            "language",
            "locale",
            "zip",
            "postal",
            "promo",
            "http",
            "response",
            "reason",
            "area",
            "verification");

    /// Wrappers that say nothing of what they hold.
    private static final Set<String> WRAPPERS = Set.of(
            "",
            "data",
            "items",
            "item",
            "results",
            "result",
            "content",
            "records",
            "entries",
            "rows",
            "list",
            "values",
            "payload",
            "response",
            "body",
            "edges",
            "node",
            "nodes",
            "objects",
            "hits",
            "docs",
            "elements",
            "page");

    private static final Set<String> IDENTITY = Set.of("sub", "username", "email", "login", "user_name", "mail");

    /// Stands for what the endpoint is about; no type has such a name.
    private static final String ABOUT = "{about}";

    private static final Worked PARAMETERS = new Worked(EntityType::typeOfParameter);
    private static final Worked FIELDS = new Worked(EntityType::typeOfField);
    private static final Worked PATHS = new Worked((template, nothing) -> typeOfPath(template));

    private EntityType() {}

    /// Whether a field that may hold an id holds a mere word: `reference: urgent`, `code: monthly`.
    static boolean isWord(Field field) {
        String value = field.value();
        if (value.length() > WORD_CHARS_MAX) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < 'a' || value.charAt(i) > 'z') {
                return false;
            }
        }
        String snake = snake(field.name());
        return !snake.endsWith("id") && !snake.endsWith("ids") && !snake.endsWith("slug");
    }

    private static final int WORD_CHARS_MAX = 12;

    static String ofParameter(String name, String owner) {
        return PARAMETERS.out(name, owner);
    }

    private static String typeOfParameter(String name, String owner) {
        String stem = stem(name);
        String type = stem.isEmpty() ? ofOwner(owner) : stem;
        return PLUMBING.contains(type) ? "" : type;
    }

    static String ofField(Field field, String about) {
        String type = FIELDS.out(field.name(), field.owner());
        return !type.equals(ABOUT) ? type : PLUMBING.contains(about) ? "" : about;
    }

    private static String typeOfField(String name, String owner) {
        if (IDENTITY.contains(name.toLowerCase(Locale.ROOT))) {
            return "";
        }
        String stem = stem(name);
        if (!stem.isEmpty()) {
            return PLUMBING.contains(stem) ? "" : stem;
        }
        String type = WRAPPERS.contains(owner.toLowerCase(Locale.ROOT)) ? ABOUT : ofOwner(owner);
        return PLUMBING.contains(type) ? "" : type;
    }

    /// What an endpoint is about: the singular of the last literal segment that a variable part follows, else
    /// of the last one.
    static String ofPath(String template) {
        return PATHS.out(template, "");
    }

    private static String typeOfPath(String template) {
        String last = "";
        String beforeVariable = "";
        for (String piece : template.split("/")) {
            if (piece.startsWith("{")) {
                beforeVariable = last;
            } else if (!piece.isEmpty()) {
                last = piece;
            }
        }
        boolean endsVariable = template.endsWith("}");
        return ofOwner(endsVariable || beforeVariable.isEmpty() ? last : collectionOr(last, beforeVariable));
    }

    /// `/orders/{id}/items` is about items, `/orders/{id}/cancel` about the order.
    private static String collectionOr(String last, String before) {
        return last.endsWith("s") && !last.endsWith("ss") ? last : before;
    }

    private static String ofOwner(String owner) {
        String type = Plural.singular(snake(owner));
        boolean version = type.length() < 4 && type.startsWith("v") && type.length() > 1 && digitsAfterFirst(type);
        return version ? "" : type;
    }

    /// The name without its id-ending: `order` of `orderId`, `order_id`, `orderNumber`; empty for a bare `id`.
    private static String stem(String name) {
        String snake = snake(name);
        for (String ending : ENDINGS) {
            if (snake.equals(ending)) {
                return "";
            }
            if (snake.endsWith("_" + ending)) {
                return Plural.singular(lastWords(snake.substring(0, snake.length() - ending.length() - 1)));
            }
        }
        return Plural.singular(snake);
    }

    private static final String[] ENDINGS = {
        "id", "ids", "uuid", "guid", "number", "no", "ref", "reference", "code", "slug", "locator", "sku"
    };

    /// `billing_address` is an address, `parent_order` an order: the last word names the thing.
    private static String lastWords(String snake) {
        int cut = snake.lastIndexOf('_');
        String qualifier = cut < 0 ? "" : snake.substring(0, cut);
        return QUALIFIERS.contains(qualifier) ? snake.substring(cut + 1) : snake;
    }

    private static final Set<String> QUALIFIERS = Set.of(
            "parent",
            "billing",
            "shipping",
            "source",
            "target",
            "from",
            "to",
            "old",
            "new",
            "related",
            "original",
            "primary",
            "default",
            "assigned",
            "main");

    private static String snake(String name) {
        StringBuilder out = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean startsWord = upper && i > 0 && !isUpper(name.charAt(i - 1));
            if (startsWord || c == '-' || c == '.' || c == ' ') {
                appendBreak(out);
            }
            if (Character.isLetterOrDigit(c)) {
                out.append(upper ? (char) (c | 0x20) : c);
            } else if (c == '_') {
                appendBreak(out);
            }
        }
        return out.toString();
    }

    private static void appendBreak(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
            out.append('_');
        }
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean digitsAfterFirst(String text) {
        return text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
