// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The endpoints of administrators: users, settings, the audit log.
final class AdminApi {

    static final List<String> SETTINGS = List.of("payment-terms", "shipping-zones", "mail-templates", "sign-in-policy");

    private final Chance chance;

    AdminApi(Chance chance) {
        this.chance = chance;
    }

    Exchange users(List<Account> staff) {
        Json out = Json.object().array("items");
        staff.stream()
                .limit(10)
                .forEach(account -> account.describe(out.element()).endElement());
        return Exchange.get("/v1/admin/users")
                .query("page=" + chance.between(1, 3))
                .answering(200, out.endArray().end());
    }

    Exchange user(Account account) {
        return Exchange.get("/v1/admin/users/{user}", account.id())
                .answering(200, account.describe(Json.object()).end());
    }

    Exchange change(Account account) {
        return Exchange.patch("/v1/admin/users/{user}", account.id())
                .asking(Json.object().field("locked", chance.happens(0.3)).end())
                .answering(200, account.describe(Json.object()).end());
    }

    Exchange create(String email, Role role) {
        return Exchange.post("/v1/admin/users")
                .asking(Json.object()
                        .field("email", email)
                        .field("role", role.label())
                        .end())
                .answering(
                        201,
                        Json.object()
                                .field("id", chance.between(90_000, 99_000))
                                .field("email", email)
                                .end())
                .taking(150);
    }

    Exchange settings() {
        Json out = Json.object().array("items");
        SETTINGS.forEach(out::element);
        return Exchange.get("/v1/admin/settings").answering(200, out.endArray().end());
    }

    Exchange set(String setting) {
        return Exchange.put("/v1/admin/settings/{setting}", setting)
                .asking(Json.object().field("value", chance.below(30)).end())
                .answering(200, Json.object().field("setting", setting).end());
    }

    Exchange auditLog() {
        return Exchange.get("/v1/admin/audit-log")
                .query("page=" + chance.between(1, 5))
                .sized(chance.between(6_000, 9_000))
                .taking(75);
    }
}
