// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// What a thief may want of a business and how to ask for it. Attacks are written against this, so that each of them
/// can happen in every business.
interface Loot {

    /// Staff who read about customers all day, and so can take much without asking for anything new.
    Role clerk();

    /// Staff whose role has no use for what others do.
    Role outsider();

    /// Staff who are trusted and never did what [#jewel] does.
    Role veteran();

    /// Staff who take the last step of the flow of which [#shortCut] leaves out the first.
    Role approver();

    /// Staff who fetch large files now and then.
    Role treasurer();

    /// One more of what a clerk reads.
    Exchange bulk(Chance chance, long at);

    /// The nth kind of thing for which the outsider's role has no use; it is answered. Kinds repeat from some n on.
    Exchange forbidden(int n, Chance chance, long at);

    /// Something sensitive that hardly anybody asks for.
    Exchange jewel(int n, Chance chance, long at);

    /// Everyday reading of one's own things.
    Exchange own(Account account, Chance chance, long at);

    /// A private thing of another company, answered because the API does not check.
    Exchange foreign(Company thief, Chance chance, long at);

    /// The thing with this number, whoever it belongs to; not found beyond [#numbersEnd].
    Exchange numbered(int number, long at);

    /// The lowest number still known.
    int numbersStart();

    /// The number after the newest.
    int numbersEnd();

    /// The nth public thing of [#publicThings].
    Exchange published(int n, Chance chance);

    int publicThings();

    /// A call that the API refuses whoever asks.
    Exchange refused(Chance chance);

    /// A large file.
    Exchange heavy(Chance chance, long at);

    /// The last step of a flow whose first steps are left out, answered because the API does not check.
    Exchange shortCut(Account account, Chance chance, long at);
}
