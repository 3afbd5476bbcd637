// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import java.io.IOException;
import java.util.List;

/// Where the servers of a cluster listen, chosen once, so that clients find them again after a restart.
///
/// @param rest Flink's web interface
/// @param rpc where TaskManagers find the JobManager
/// @param blob where TaskManagers fetch a job's files
/// @param kafka the broker
/// @param controller the broker's other half
/// @param postgres the catalogue
public record Ports(int rest, int rpc, int blob, int kafka, int controller, int postgres) {

    static Ports free() throws IOException {
        List<Integer> free = FreePorts.take(6);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
    }
}
