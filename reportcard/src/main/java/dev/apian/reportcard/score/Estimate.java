// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// A number and the interval in which it would lie in 95 of 100 repetitions.
public record Estimate(double value, double low, double high) {}
