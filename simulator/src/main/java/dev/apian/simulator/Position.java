// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Staff of one role.
///
/// @param percent share of the staff
/// @param atLeast how many there are in the smallest business
/// @param onTheRoad whether they travel, and sign in with tokens rather than at the office's desks
/// @param aroundTheClock whether they work early, late and night shifts in turn
record Position(Role role, int percent, int atLeast, boolean onTheRoad, boolean aroundTheClock) {}
