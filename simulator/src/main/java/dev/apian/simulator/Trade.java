// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import java.util.Optional;

/// Which business a world is about.
public final class Trade {

    /// Kestrel Supply sells office furniture to companies.
    public static final Trade SHOP = new Trade("shop", Kestrel::new);

    /// Meridian Bank keeps accounts of companies.
    public static final Trade BANK = new Trade("bank", (world, _) -> new ModelBusiness(MeridianBank.model(), world));

    /// Larkspur Travel books journeys for companies.
    public static final Trade TRAVEL =
            new Trade("travel", (world, _) -> new ModelBusiness(LarkspurTravel.model(), world));

    private static final List<Trade> KNOWN = List.of(SHOP, BANK, TRAVEL);

    private final String label;
    private final Opening opening;

    private Trade(String label, Opening opening) {
        this.label = label;
        this.opening = opening;
    }

    /// Those that come with Apian.
    public static List<Trade> known() {
        return KNOWN;
    }

    /// A business whose API is the one that an OpenAPI 3 or Swagger 2 document describes: what it does is guessed from
    /// paths, methods and schemas. At most 400 endpoints of the document are used.
    ///
    /// @param label what to call it
    /// @param openApi the document, in JSON or YAML
    /// @throws IllegalArgumentException if the text is no such document, or has no paths that can be used
    public static Trade described(String label, String openApi) {
        Model model = Described.model(openApi);
        return new Trade(label, (world, _) -> new ModelBusiness(model, world));
    }

    public static Optional<Trade> byName(String label) {
        return KNOWN.stream().filter(trade -> trade.label.equals(label)).findFirst();
    }

    /// For example `shop`.
    public String label() {
        return label;
    }

    Business open(World world, Chance chance) {
        return opening.open(world, chance);
    }

    @Override
    public String toString() {
        return label;
    }

    /// Sets a business up in a new world.
    @FunctionalInterface
    interface Opening {
        Business open(World world, Chance chance);
    }
}
