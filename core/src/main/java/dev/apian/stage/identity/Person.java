// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Field;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The user that an answer about the caller itself names: of a login, of `/me` and its like.
///
/// @param names   user name and e-mail, by which the same user may log in
/// @param learned from a field that turned out to name the caller
record Person(String userId, List<String> names, boolean learned) {

    private static final Set<String> ID_NAMES = Set.of("user_id", "userid", "sub", "uid", "account_id", "accountid");
    private static final Set<String> LOGIN_NAMES = Set.of("username", "email", "login", "user_name");
    private static final Set<String> OWNERS_MEANING_SELF =
            Set.of("", "user", "me", "profile", "account", "data", "viewer", "principal");

    /// Null unless the endpoint speaks about the caller and the answer names somebody.
    static @Nullable Person toldBy(Call call, Endpoint endpoint) {
        if (call.fields().isEmpty() || call.status() < 200 || call.status() > 299) {
            return null;
        }
        boolean self = isSelf(call, endpoint);
        if (!self && !endpoint.is(Label.LOGIN) && !endpoint.is(Label.TOKEN)) {
            return null;
        }
        boolean plainIdIsUser = self || LOGIN_WORDS.contains(lastWord(endpoint));
        String id = "";
        String plainId = "";
        List<String> names = new ArrayList<>(2);
        for (Field field : call.fields()) {
            if (field.place() != Field.Place.RESPONSE_BODY
                    || !OWNERS_MEANING_SELF.contains(field.owner().toLowerCase(Locale.ROOT))) {
                continue;
            }
            String key = field.name().toLowerCase(Locale.ROOT);
            if (id.isEmpty() && ID_NAMES.contains(key)) {
                id = field.value();
            } else if (plainId.isEmpty() && key.equals("id") && (plainIdIsUser || meansUser(field))) {
                plainId = field.value();
            } else if (LOGIN_NAMES.contains(key)) {
                names.add(field.value());
            }
        }
        String userId = id.isEmpty() ? plainId : id;
        return userId.isEmpty() ? null : new Person(userId, List.copyOf(names), false);
    }

    /// `GET /v1/me`, not `GET /v1/me/orders`: only the former answers with the caller.
    private static boolean isSelf(Call call, Endpoint endpoint) {
        return endpoint.is(Label.SELF)
                && call.method().equals("GET")
                && (SELF_WORDS.contains(lastWord(endpoint))
                        || endpoint.template().toLowerCase(Locale.ROOT).endsWith("/me/profile"));
    }

    private static String lastWord(Endpoint endpoint) {
        String template = endpoint.template();
        return template.substring(template.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /// `{"user":{"id":7}}`, not `{"id":7}`, which at `/sessions` or `/tokens` is the session's or token's own
    /// id.
    private static boolean meansUser(Field field) {
        return !field.owner().isEmpty() && !field.owner().equalsIgnoreCase("data");
    }

    private static final Set<String> LOGIN_WORDS = Set.of("login", "signin", "sign-in", "authenticate");

    private static final Set<String> SELF_WORDS = Set.of("me", "self", "whoami", "userinfo", "viewer");
}
