// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

/// Tells how odd each record of a series is, from what came before it.
interface Detector {

    /// One score a record, higher is odder.
    double[] scores(Series series);
}
