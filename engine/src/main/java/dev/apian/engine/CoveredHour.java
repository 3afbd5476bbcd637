// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

/// What was seen of one hour.
///
/// @param fromMicros when it began, event time in microseconds
/// @param calls      that were judged
/// @param named      of these, calls of somebody who is not anonymous
/// @param read       of these, calls whose answer could be read
/// @param late       calls that came too late to be judged; they are stored
public record CoveredHour(long fromMicros, long calls, long named, long read, long late) {}
