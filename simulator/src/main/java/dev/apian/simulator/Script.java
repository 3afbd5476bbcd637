// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// An insider's attack that is over after some calls of one sort within some time.
final class Script extends Insider {

    private final Plan plan;

    Script(World world, Brief brief, Person person, Plan plan, Chance chance) {
        super(world, brief, person, chance);
        this.plan = plan;
    }

    @Override
    Exchange strike(long at) {
        return plan.call.make(this, strikes(), at);
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= plan.count ? Micros.NEVER : at + gap(plan.length, plan.count);
    }

    @Override
    String story() {
        return plan.story.formatted(
                account().email(), strikes(), account().role().label());
    }

    /// What is done.
    ///
    /// @param story a format of the user's name, the number of calls and the role
    record Plan(int count, long length, Making call, String story) {}

    /// Makes the nth call.
    @FunctionalInterface
    interface Making {
        Exchange make(Script script, int n, long at);
    }

    /// Endpoints of others, which the API forgot to forbid.
    static Plan permissionViolation(Tactics tactics) {
        return new Plan(
                tactics.count(16, 3),
                tactics.stretch(50 * Micros.MINUTE),
                (script, n, at) -> script.loot().forbidden(n, script.chance(), at),
                "%1$s of %3$s made %2$d calls to endpoints that this role never uses, and was answered.");
    }

    /// One customer after the other, far more in an hour than ever before.
    static Plan volumeSurge(Tactics tactics) {
        return new Plan(
                tactics.count(420, 60),
                50 * Micros.MINUTE,
                (script, _, at) -> script.loot().bulk(script.chance(), at),
                "%s read %d records and searches within the hour, many times the usual.");
    }

    /// Private things of other companies in one sitting.
    static Plan crossTenantRead(Tactics tactics) {
        return new Plan(
                tactics.count(12, 1),
                10 * Micros.MINUTE,
                (script, _, at) -> script.loot().foreign(script.account().company(), script.chance(), at),
                "%s read %d private things of other companies at one sitting.");
    }

    /// Sensitive things for the first time.
    static Plan sensitiveFirstUse(Tactics tactics) {
        return new Plan(
                tactics.count(3, 1),
                12 * Micros.MINUTE,
                (script, n, at) -> script.loot().jewel(n, script.chance(), at),
                "%1$s of %3$s made %2$d calls of a sort that this account never made, all of them sensitive.");
    }

    /// The last step of a flow without the steps before it.
    static Plan flowSkip(Tactics tactics) {
        return new Plan(
                tactics.count(20, 3),
                tactics.stretch(30 * Micros.MINUTE),
                (script, _, at) -> script.loot().shortCut(script.account(), script.chance(), at),
                "%s took the last step of a flow %d times without the steps that come first.");
    }

    /// A program in the place of a person: even, tireless.
    static Plan automation(Tactics tactics) {
        return new Plan(
                tactics.count(600, 80),
                6 * Micros.HOUR,
                (script, _, at) -> script.loot().own(script.account(), script.chance(), at),
                "A program made %2$d calls in the name of %1$s within hours, at an even pace.");
    }
}
