// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// What differs from one simulated business to another: its endpoints and entities, what people do with them, and
/// what a thief may want. Who the people are, when and from where they call, is the same everywhere: see
/// [Population].
interface Business {

    Brand brand();

    /// The staff; never empty.
    List<Position> staff();

    /// What somebody of the staff does all day.
    Work desk(Account account, Chance chance);

    /// What a customer does.
    ///
    /// @param lag how long after each release this customer's programs know what is new, microseconds
    Work customer(Account account, long lag, Chance chance);

    /// What a partner's application does.
    PartnerWork partner(Company company, String client, Chance chance);

    /// Tells of somebody's own account, which everybody may ask.
    Exchange me(Account account);

    /// What happened before the first day.
    ///
    /// @param companies those who are customers
    void addHistory(List<Company> companies, Chance chance);

    /// What goes on inside the business without a call.
    ///
    /// @param at the first time to do so
    /// @return when to do so again, [Micros#NEVER] if there is nothing
    long goOn(long at, Chance chance);

    /// A page that a search engine reads.
    Exchange crawled(Chance chance);

    /// What a thief may want.
    Loot loot();
}
