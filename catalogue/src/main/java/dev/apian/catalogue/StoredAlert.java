// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

/// One version of an alert.
///
/// @param raisedMicros event time at which it was first raised, microseconds
/// @param version      grows with every change of the alert
/// @param json         the object that the contract promises
public record StoredAlert(String id, long raisedMicros, long version, String json) {}
