// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How long one match takes among ten thousand templates, and how much memory they hold. One thread.
public final class TemplateMatch {

    private static final int RESOURCES = 1_000;
    private static final int TEMPLATES_EACH = 10;
    private static final int CALLS = 100_000;
    private static final int ROUNDS = 15;

    private TemplateMatch() {}

    public static void main(String[] args) {
        long before = usedMemory();
        Templates templates = learned();
        long snapshot = usedMemory() - before;
        List<Call> calls = calls(new Random(7));
        System.out.printf(
                "%,d templates: %.1f MB for the snapshot that matching needs%n",
                templates.known().size(), snapshot / 1e6);
        long best = Long.MAX_VALUE;
        long matched = 0;
        List<Long> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (Call call : calls) {
                matched += templates.route(call).parameters().size();
            }
            long took = (System.nanoTime() - began) / calls.size();
            all.add(took);
            best = Math.min(best, took);
        }
        Collections.sort(all);
        System.out.printf(
                "%,d ns a match at best, %,d in the median of %d rounds of %,d calls (%,d values)%n",
                best, all.get(all.size() / 2), ROUNDS, calls.size(), matched);
    }

    private static Templates learned() {
        TemplateLearner learner = new TemplateLearner();
        Templates templates = Templates.NONE;
        for (int i = 0; i < RESOURCES * TEMPLATES_EACH; i++) {
            learner.learn(templates.route(call(i, 1_000 + i)));
        }
        return learner.publish(1);
    }

    private static List<Call> calls(Random random) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(call(random.nextInt(RESOURCES * TEMPLATES_EACH), random.nextInt(1_000_000)));
        }
        return calls;
    }

    private static Call call(int template, int id) {
        String resource = "resource-" + (char) ('a' + template / TEMPLATES_EACH % 26) + "x" + template / TEMPLATES_EACH;
        String path = "/api/v1/" + resource
                + switch (template % TEMPLATES_EACH) {
                    case 0 -> "";
                    case 1 -> "/" + id;
                    case 2 -> "/" + id + "/details";
                    case 3 -> "/search";
                    case 4 -> "/" + id + "/items/" + (id + 7);
                    case 5 -> "/" + id + "/items";
                    case 6 -> "/" + id + ":cancel";
                    case 7 -> "/" + id + ".json";
                    case 8 -> "/6f9619ff-8b86-d011-b42d-00c04fc9" + (1_000 + id % 9_000) + "/history";
                    default -> "/" + id + "/history/latest";
                };
        return new Call(
                "c",
                1_772_445_600_000_000L,
                "GET",
                "api.example",
                path,
                null,
                200,
                Origin.UNKNOWN,
                "",
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Content.NONE,
                false,
                -1,
                -1,
                -1);
    }

    private static long usedMemory() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
