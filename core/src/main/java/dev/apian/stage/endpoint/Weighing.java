// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The evidence for one name being a value, as numbers.
///
/// @param above      the path before the name, variable parts as `{}`
/// @param isValue    whether it is taken for a value already
/// @param alone      features of the name itself
/// @param among      features of the name among its siblings
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Weighing(String host, String above, String text, boolean isValue, double[] alone, double[] among) {}
