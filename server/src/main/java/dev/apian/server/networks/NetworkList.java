// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.networks;

import dev.apian.catalogue.Preferences;
import dev.apian.engine.geo.NamedNetworks;
import java.io.IOException;

/// The networks that people named, as the catalogue keeps them: one preference, a line for each network.
public final class NetworkList {

    private static final String NAME = "named_networks";

    private final Preferences preferences;

    /// @throws IOException if a list is kept that cannot be read
    public static NetworkList open(Preferences preferences) throws IOException {
        read(preferences);
        return new NetworkList(preferences);
    }

    private NetworkList(Preferences preferences) {
        this.preferences = preferences;
    }

    /// As it is by now.
    public NamedNetworks latest() throws IOException {
        return read(preferences);
    }

    public void put(NamedNetworks networks) throws IOException {
        preferences.put(NAME, networks.lines());
    }

    private static NamedNetworks read(Preferences preferences) throws IOException {
        try {
            return preferences.get(NAME).map(NamedNetworks::parse).orElse(NamedNetworks.NONE);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the catalogue's list of networks cannot be read (%s); use the release that wrote it"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
