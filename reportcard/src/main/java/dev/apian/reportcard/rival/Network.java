// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import java.net.InetAddress;
import java.util.Arrays;

/// The network an address belongs to: its /24, or /48 for the long ones.
public final class Network {

    private static final int SHORT_BYTES = 3;
    private static final int LONG_BYTES = 6;

    private Network() {}

    /// What is no address is its own network.
    public static String of(String address) {
        var dot = address.lastIndexOf('.');
        if (dot > 0 && address.indexOf(':') < 0) {
            return address.substring(0, dot);
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? SHORT_BYTES : LONG_BYTES));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
