// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

/// The job that was submitted last.
///
/// @param id Flink's name of it
/// @param parallelism tasks of each step
/// @param latenessSeconds how far behind the latest calls one may come and still be judged
public record Submitted(String id, int parallelism, int latenessSeconds) {}
