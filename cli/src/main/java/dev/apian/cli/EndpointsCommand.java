// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import picocli.CommandLine.Command;

/// `apian endpoints`: the inventory, what people and documents say about it, and where they differ.
@Command(
        name = "endpoints",
        description = {
            "The endpoints that were found, what was seen of them, and why their templates are what they are; correct"
                    + " them, hold them against OpenAPI documents, export them.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        // One line for each command.
        subcommands = {
            EndpointsListCommand.class,
            EndpointsShowCommand.class,
            EndpointsPinCommand.class,
            EndpointsRejectCommand.class,
            EndpointsRenameCommand.class,
            EndpointsCorrectionsCommand.class,
            EndpointsUndoCommand.class,
            EndpointsImportCommand.class,
            EndpointsDocumentsCommand.class,
            EndpointsRemoveDocumentCommand.class,
            EndpointsDriftCommand.class,
            EndpointsExportCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  apian endpoints list --data /tmp/data --search orders",
            "  apian endpoints show \"GET /v1/orders/{orderId}\" --data /tmp/data",
            "  apian endpoints import shop.yaml --data /tmp/data",
            "  apian endpoints drift --data /tmp/data --fail",
            "  apian endpoints export --data /tmp/data --out seen.json"
        })
final class EndpointsCommand extends CommandGroup {}
