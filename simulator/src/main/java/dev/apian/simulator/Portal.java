// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A reseller's portal, which signs its users in and tells who each is; the API sees the portal's credential and
/// address.
///
/// @param fields of every call through it, without the user
record Portal(String name, String fields) {

    private static final int PROOFS = 3;

    /// @param bare whether some portals come with a certificate, and some with a key but no name
    static Portal of(Brand brand, int number, boolean bare) {
        String name = brand.client("portal") + (number == 0 ? "" : "-" + number);
        String key = ",\"http.request.header.x-api-key\":\"" + brand.prefix() + "k_live_portal"
                + "%016d".formatted(number) + '"';
        String named = key + ",\"client.id\":\"" + name + '"';
        if (!bare) {
            return new Portal(name, named);
        }
        return new Portal(
                name,
                switch (number % PROOFS) {
                    case 0 -> named;
                    case 1 -> ",\"tls.client.subject\":\"CN=" + name + ",O=Resellers\"";
                    default -> key;
                });
    }

    String fieldsFor(Account user) {
        return fields + ",\"user.id\":\"" + user.id() + '"';
    }

    Held held() {
        return new Held("portal " + name, CredentialClass.GATEWAY);
    }
}
