// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;

/// The work of administrators: accounts, settings, the audit log, and the export of all customers now and then.
final class AdminDesk implements Work {

    private final World world;
    private final Chance chance;
    private final AdminApi admin;
    private final CustomerApi customers;

    AdminDesk(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        admin = new AdminApi(chance);
        customers = new CustomerApi(chance);
    }

    @Override
    public int pagesInSession(long at) {
        return 2 + (int) chance.logNormal(6, 0.4);
    }

    @Override
    public long think() {
        return 90 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        switch (chance.weighted(new double[] {4, 3, 3, 0.4, 0.3})) {
            case 0 -> manageUser(steps);
            case 1 -> steps.add(_ -> admin.auditLog());
            case 2 -> manageSettings(steps);
            case 3 ->
                steps.add(_ -> admin.create(Names.email(chance, world.brand().domain()), Role.SUPPORT));
            default -> steps.add(_ -> customers.export(world.customers().size()));
        }
    }

    private void manageUser(Deque<Step> steps) {
        steps.add(_ -> admin.users(world.staffAccounts()));
        Account account = chance.pick(world.staffAccounts());
        steps.add(_ -> admin.user(account));
        if (chance.happens(0.2)) {
            steps.add(_ -> admin.change(account));
        }
    }

    private void manageSettings(Deque<Step> steps) {
        steps.add(_ -> admin.settings());
        if (chance.happens(0.2)) {
            steps.add(_ -> admin.set(chance.pick(AdminApi.SETTINGS)));
        }
    }
}
