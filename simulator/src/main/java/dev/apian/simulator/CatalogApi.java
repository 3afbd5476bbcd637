// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The endpoints about products, which anybody may read.
final class CatalogApi {

    private static final int PAGE = 6;

    private final Shop shop;
    private final Chance chance;

    CatalogApi(Shop shop, Chance chance) {
        this.shop = shop;
        this.chance = chance;
    }

    Exchange categories() {
        Json out = Json.object().array("items");
        Shop.CATEGORIES.forEach(out::element);
        return Exchange.get("/v1/categories")
                .answering(200, out.endArray().end())
                .taking(12);
    }

    Exchange list() {
        String category = chance.pick(Shop.CATEGORIES);
        String query = "category=" + category + (chance.happens(0.3) ? "&page=" + chance.between(2, 6) : "");
        return Exchange.get("/v1/products").query(query).answering(200, some()).taking(45);
    }

    Exchange search() {
        String[] words = shop.anyProduct(chance).slug().split("-", -1);
        return Exchange.get("/v1/search")
                .query("q=" + words[chance.below(words.length)])
                .answering(200, some())
                .taking(80);
    }

    Exchange product(Product product) {
        String answer = Json.object()
                .field("slug", product.slug())
                .field("name", product.name())
                .field("category", product.category())
                .money("price", product.cents())
                .field("stock", chance.below(400))
                .end();
        return Exchange.get("/v1/products/{product}", product.slug())
                .answering(200, answer)
                .taking(25);
    }

    Exchange reviews(Product product) {
        Json out = Json.object().array("items");
        for (int i = chance.below(4); i > 0; i--) {
            out.element()
                    .field("stars", chance.between(2, 5))
                    .field("text", "as described")
                    .endElement();
        }
        return Exchange.get("/v1/products/{product}/reviews", product.slug())
                .answering(200, out.endArray().end());
    }

    private String some() {
        List<Product> found = shop.someProducts(chance, PAGE);
        Json out = Json.object().array("items");
        for (Product product : found) {
            out.element()
                    .field("slug", product.slug())
                    .field("name", product.name())
                    .money("price", product.cents())
                    .endElement();
        }
        return out.endArray().field("total", found.size()).end();
    }
}
