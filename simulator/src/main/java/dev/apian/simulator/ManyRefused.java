// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A partner's API key probes for what it may do, and is refused again and again.
final class ManyRefused extends Attacker {

    private static final int CALLS = 150;
    private static final List<String> PATHS = List.of(
            "/v1/admin/users",
            "/v1/admin/settings",
            "/v1/admin/audit-log",
            "/v1/customers",
            "/v1/customers/export",
            "/v1/refunds",
            "/v1/payments",
            "/v1/reports/revenue",
            "/v1/tickets",
            "/v1/shipments",
            "/v1/internal/config",
            "/v1/partner/keys",
            "/v2/orders",
            "/v1/me");

    private final Partner partner;

    ManyRefused(World world, Brief brief, Partner partner, Chance chance) {
        super(world, brief, chance);
        this.partner = partner;
    }

    @Override
    long act(long at) {
        strike(at, probe(), partner.sender(), partner.fields());
        return strikes() >= CALLS ? Micros.NEVER : at + gap(14 * Micros.MINUTE, CALLS);
    }

    private Exchange probe() {
        if (chance().happens(0.35)) {
            int customer = 20_001 + chance().below(world().customers().size());
            return Exchange.get("/v1/customers/" + customer).refusing(403).taking(9);
        }
        String path = chance().pick(PATHS);
        boolean unknown = path.contains("internal") || path.contains("keys") || path.startsWith("/v2");
        return Exchange.get(path)
                .refusing(unknown ? 404 : chance().happens(0.2) ? 401 : 403)
                .taking(8);
    }

    @Override
    String culprit() {
        return partner.client();
    }

    @Override
    List<String> names() {
        return List.of(
                partner.client(),
                partner.company().name(),
                partner.sender().connection().address());
    }

    @Override
    String story() {
        return "The API key of %s probed endpoints of staff and was refused %d times within a quarter of an hour."
                .formatted(partner.client(), strikes());
    }
}
