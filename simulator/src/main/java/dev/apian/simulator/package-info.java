// SPDX-License-Identifier: Apache-2.0

/// A small business with an API, simulated call by call, with attacks of which the truth is known. It knows nothing
/// of how Apian detects anything: the record format is all that they share. Which business is told by a [Trade]: a
/// shop, a bank, a travel agency, or whatever an OpenAPI document describes.
///
/// Start with [WorldSettings] (which world), [Simulation] (its calls, lazily, in the order of time) and
/// [SimulateTo] (the same into files). A reader in a loop:
///
/// ```java
/// Simulation simulation = new Simulation(WorldSettings.of(28, 2_000, 1));
/// StringBuilder lines = new StringBuilder();
/// while (simulation.hasNext()) {
///     SimulatedCall call = simulation.next();
///     call.appendTo(lines); // one line of JSON; call.at() tells when it happened
/// }
/// List<Attack> truth = simulation.attacks();
/// ```
///
/// Inside, everybody who calls the API is an `Agent`, and the `Agenda` lets the one act that is due next. A
/// `Person` has a `Rhythm` (when), `Whereabouts` (from where), logins on devices (as whom) and `Work` (what):
/// `Shopping` or one of the desks. `Population` settles the world; the `*Api` classes are the endpoints; the
/// `Shop` is the state behind them. An `Attacker` is an agent too; `AttackPlan` casts one for each
/// [AttackKind].
///
/// A `Business` is what differs: `Kestrel`, the shop, is written by hand. The others are a `Model`, which is data,
/// brought to life by `ModelBusiness`; for another one write a file like `MeridianBank`. `Described` makes a `Model`
/// of an `OpenApi` document.
@NullMarked
package dev.apian.simulator;

import org.jspecify.annotations.NullMarked;
