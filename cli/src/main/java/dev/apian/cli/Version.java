// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Apian.class.getPackage().getImplementationVersion();
        String java = System.getProperty("java.vm.name") + " " + Runtime.version();
        return new String[] {"apian " + (version == null ? "(not from a jar)" : version), java};
    }
}
