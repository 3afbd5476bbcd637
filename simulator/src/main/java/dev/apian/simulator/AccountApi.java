// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The endpoints about one's own account.
final class AccountApi {

    private AccountApi() {}

    static Exchange register(Brand brand, Account account) {
        String asked = Json.object()
                .field("email", account.email())
                .field("password", account.password())
                .field("name", account.fullName())
                .field("company", account.company().name())
                .end();
        return Exchange.post(brand.auth() + "/register")
                .asking(asked)
                .answering(201, account.describe(Json.object()).end())
                .taking(240);
    }

    static Exchange me(Account account) {
        return Exchange.get("/v1/me")
                .answering(200, account.describe(Json.object()).end());
    }

    static Exchange update(Account account, Chance chance) {
        String asked = Json.object()
                .field("locale", chance.happens(0.5) ? "en" : "de")
                .field("newsletter", chance.happens(0.3))
                .end();
        return Exchange.patch("/v1/me")
                .asking(asked)
                .answering(200, account.describe(Json.object()).end());
    }

    static Exchange notifications(Chance chance) {
        String answer = Json.object()
                .array("items")
                .endArray()
                .field("unread", chance.below(4))
                .end();
        return Exchange.get("/v1/me/notifications").answering(200, answer).taking(15);
    }
}
