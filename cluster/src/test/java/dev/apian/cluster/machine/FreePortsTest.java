// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void portsTakenAtOnceAreDifferent() throws IOException {
        assertThat(FreePorts.take(20)).doesNotHaveDuplicates().allMatch(port -> port > 0);
    }

    @Test
    void aPortThatIsTakenIsFree() throws IOException {
        List<Integer> ports = FreePorts.take(2);
        try (ServerSocket socket = new ServerSocket(ports.getFirst(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
