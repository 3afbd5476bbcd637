// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The template that a correction is about, and the host on which it holds.
final class TemplateArguments {

    @Parameters(index = "0", paramLabel = "TEMPLATE", description = "Such as /v1/orders/{orderId}.")
    private String template;

    @Option(names = "--host", defaultValue = "", paramLabel = "H", description = "Only on this host. Default: all.")
    private String host;

    String template() {
        return template;
    }

    /// Empty for all.
    String host() {
        return host.toLowerCase(Locale.ROOT);
    }
}
