// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import dev.apian.server.access.AccessSettings;
import dev.apian.server.live.LiveSettings;
import dev.apian.server.push.PushLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// How a server is run.
///
/// @param data      the data directory
/// @param host      name or address to listen on
/// @param port      0 for any that is free
/// @param exposed   whether an address that others can reach is meant, though there is no TLS
/// @param hostNames names by which browsers may ask for it, besides localhost and addresses
/// @param access    how people get in
/// @param geo       files that place addresses, for records that do not say where they come from
public record ServerSettings(
        Path data,
        String host,
        int port,
        boolean exposed,
        Set<String> hostNames,
        AccessSettings access,
        List<Path> geo,
        LiveSettings live,
        PushLimits push) {

    public static final String HOST = "127.0.0.1";
    public static final int PORT = 8790;

    public ServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is %d, expected 0 to 65535".formatted(port));
        }
        if (!exposed && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    ("%s can be reached by others, and there is no TLS: passwords could be read on their way."
                                    + " Listen on %s behind a proxy with TLS, or add --insecure-listen if you know that"
                                    + " nobody listens in; and let users in with apian users add, since without any"
                                    + " nobody has to sign in")
                            .formatted(host, HOST));
        }
        hostNames = Set.copyOf(hostNames);
        geo = List.copyOf(geo);
    }

    /// The usual server for a data directory.
    public static ServerSettings of(Path data) {
        return new ServerSettings(
                data,
                HOST,
                PORT,
                false,
                Set.of(),
                AccessSettings.LOCAL,
                List.of(),
                LiveSettings.DEFAULT,
                PushLimits.DEFAULT);
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(data, host, other, exposed, hostNames, access, geo, live, push);
    }

    public ServerSettings withLive(LiveSettings other) {
        return new ServerSettings(data, host, port, exposed, hostNames, access, geo, other, push);
    }

    public ServerSettings withPush(PushLimits other) {
        return new ServerSettings(data, host, port, exposed, hostNames, access, geo, live, other);
    }

    public ServerSettings withListen(String otherHost, int otherPort, boolean meantForOthers) {
        return new ServerSettings(data, otherHost, otherPort, meantForOthers, hostNames, access, geo, live, push);
    }

    public ServerSettings withHostNames(Set<String> names) {
        return new ServerSettings(data, host, port, exposed, names, access, geo, live, push);
    }

    public ServerSettings withAccess(AccessSettings other) {
        return new ServerSettings(data, host, port, exposed, hostNames, other, geo, live, push);
    }

    public ServerSettings withGeo(List<Path> files) {
        return new ServerSettings(data, host, port, exposed, hostNames, access, files, live, push);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "%s is no address of this machine; listen on %s".formatted(host, HOST), e);
        }
    }
}
