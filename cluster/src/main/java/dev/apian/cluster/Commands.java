// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands: those that read or write get the terminal.
record Commands(Terminal terminal) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
