// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A warehouse account uses endpoints of finance and administration, which the API forgot to forbid.
final class PermissionViolation extends Insider {

    private static final int CALLS = 16;
    private static final int PAGE = 12;

    private final AdminApi admin;
    private final FinanceApi finance;
    private final BillingApi billing;

    PermissionViolation(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        admin = new AdminApi(chance);
        finance = new FinanceApi(chance);
        billing = new BillingApi(chance);
    }

    @Override
    Exchange strike(long at) {
        Invoice invoice = world().shop().invoices().any(chance(), 400);
        return switch (strikes() % 8) {
            case 0 -> admin.settings();
            case 1 -> admin.users(world().staffAccounts());
            case 2 -> finance.revenue();
            case 3 ->
                finance.refunds(world().shop().refunds().stream().limit(PAGE).toList());
            case 4 -> finance.payments(List.of(invoice));
            case 5 -> billing.list(List.of(invoice), "scope=all&limit=12");
            case 6 -> admin.auditLog();
            default -> finance.export(chance().uuid());
        };
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= CALLS ? Micros.NEVER : at + gap(50 * Micros.MINUTE, CALLS);
    }

    @Override
    String story() {
        return "%s of the %s used endpoints of finance and administration that this role never uses, and was answered."
                .formatted(account().email(), account().role().label);
    }
}
