// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Who really is behind a call, as only the simulator knows. With a stolen credential it is still the holder.
///
/// @param id unique in a world, for example `person 20017` or `application dune-labs-3`
/// @param kind what it is
public record Consumer(String id, Kind kind) {

    /// What a consumer is.
    public enum Kind {
        PERSON,
        APPLICATION,
        CRAWLER,
        MONITOR,
        ANONYMOUS
    }

    static Consumer person(String account) {
        return new Consumer("person " + account, Kind.PERSON);
    }

    static Consumer application(String client) {
        return new Consumer("application " + client, Kind.APPLICATION);
    }

    /// Somebody without a credential, known by the address alone.
    static Consumer anonymous(String address) {
        return new Consumer("anonymous " + address, Kind.ANONYMOUS);
    }
}
