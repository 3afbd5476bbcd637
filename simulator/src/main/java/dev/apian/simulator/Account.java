// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A user of the API, as the API's own user table knows them.
///
/// @param id the subject of tokens: a number as text
/// @param email what people type as user name
record Account(String id, String fullName, String email, String password, Role role, Company company) {

    /// The same person in another role.
    Account as(Role other) {
        return new Account(id, fullName, email, password, other, company);
    }

    /// All the names under which a report may speak of this user.
    List<String> names() {
        return List.of(id, email, fullName);
    }

    /// What `GET /v1/me` and user lists tell.
    Json describe(Json out) {
        return out.field("id", Long.parseLong(id))
                .field("username", email)
                .field("name", fullName)
                .field("organization_id", company.id())
                .array("roles")
                .element(role.label())
                .endArray();
    }
}
