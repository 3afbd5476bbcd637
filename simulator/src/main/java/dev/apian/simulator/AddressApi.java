// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The endpoints about a company's delivery addresses.
final class AddressApi {

    private final Chance chance;

    AddressApi(Chance chance) {
        this.chance = chance;
    }

    Exchange list(Company company) {
        Json out = Json.object().array("items");
        company.addresses()
                .forEach(id -> out.element()
                        .field("id", id)
                        .field("name", company.name())
                        .endElement());
        return Exchange.get("/v1/addresses").answering(200, out.endArray().end());
    }

    Exchange address(String id, Company company) {
        return Exchange.get("/v1/addresses/{address}", id).answering(200, describe(id, company));
    }

    Exchange add(Company company) {
        String id = chance.uuid();
        company.addAddress(id);
        return Exchange.post("/v1/addresses")
                .asking(describe("", company))
                .answering(201, describe(id, company))
                .taking(70);
    }

    Exchange change(String id, Company company) {
        return Exchange.put("/v1/addresses/{address}", id)
                .asking(describe("", company))
                .answering(200, describe(id, company))
                .taking(70);
    }

    private String describe(String id, Company company) {
        Json out = Json.object();
        if (!id.isEmpty()) {
            out.field("id", id);
        }
        return out.field("name", company.name())
                .field("street", "Station Road " + chance.between(1, 180))
                .field("city", "Harbour Town")
                .end();
    }
}
