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
import org.jspecify.annotations.Nullable;

/// How long one match takes among ten thousand templates, and how much memory they hold. One thread.
public final class TemplateMatch {

    private static final int RESOURCES = 1_000;
    private static final int TEMPLATES_EACH = 10;
    /// Two batches of the engine: there, a call that is matched was just read, and is still in the processor's cache.
    private static final int CALLS = 8_192;
    private static final int ROUNDS = 200;

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
            learner.learn(templates.route(call(path(i, "{id}", "{itemId}"), path(i, "7", "8"))));
        }
        return learner.publish(1);
    }

    private static List<Call> calls(Random random) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            int template = random.nextInt(RESOURCES * TEMPLATES_EACH);
            String id = Integer.toString(random.nextInt(1_000_000));
            String item = "6f9619ff-8b86-d011-b42d-00c04fc9" + (1_000 + template % 9_000);
            calls.add(call(null, path(template, id, item)));
        }
        return calls;
    }

    private static String path(int template, String id, String item) {
        String resource = "/api/v1/resource-" + template / TEMPLATES_EACH;
        return resource
                + switch (template % TEMPLATES_EACH) {
                    case 0 -> "";
                    case 1 -> "/" + id;
                    case 2 -> "/" + id + "/details";
                    case 3 -> "/search";
                    case 4 -> "/" + id + "/items/" + item;
                    case 5 -> "/" + id + "/items";
                    case 6 -> "/" + id + ":cancel";
                    case 7 -> "/" + id + ".json";
                    case 8 -> "/" + id + "/history";
                    default -> "/" + id + "/history/latest";
                };
    }

    /// @param route what the framework tells while templates are learned
    private static Call call(@Nullable String route, String path) {
        return new Call(
                "c",
                1_772_445_600_000_000L,
                "GET",
                "api.example",
                path,
                route,
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
