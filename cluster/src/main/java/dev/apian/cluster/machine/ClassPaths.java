// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.nio.file.Path;

/// What the processes are made of, as Java class paths.
///
/// @param flink Flink, its connectors and the job
/// @param kafka the broker
public record ClassPaths(String flink, String kafka) {

    /// The Java that runs this command runs the processes too.
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
