// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Exchange.Sender;
import dev.apian.bench.endpoints.Vocabulary.Kind;
import dev.apian.sketch.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;

/// Calls to one vendor, the same for the same vendor and setting.
final class Traffic implements Iterator<Sample> {

    private static final int ACTORS_MIN = 30;
    private static final int ACTORS_MAX = 300;
    private static final double ERRORS_SHARE = 0.06;
    private static final double OWN_SHARE = 0.95;
    private static final int GENERIC_ONE_IN = 3;
    private static final int TOKEN_CHARACTERS = 40;
    private static final int[] ERRORS = {404, 404, 404, 401, 403, 400, 400, 500, 429};

    private final Vendor vendor;
    private final Setting setting;
    /// Noise has its own, so that the calls of the API are the same with and without it.
    private final SplittableRandom chance;
    private final List<Integer> order = new ArrayList<>();
    private final Zipf popularity;
    private final Zipf activity;
    private final List<Sender> senders = new ArrayList<>();
    private final Pools pools;
    private final Noise noise;
    private final SplittableRandom noiseChance;
    private final RecordWriter writer;
    private final long seed;
    private final int errorShape;
    private int left;

    Traffic(Vendor vendor, Setting setting) {
        this.vendor = vendor;
        this.setting = setting;
        seed = Hash.of(Hash.of(vendor.name(), setting.regime().label()), setting.seed());
        chance = new SplittableRandom(seed);
        int operations = vendor.operations().size();
        for (int i = 0; i < operations; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(chance.nextLong()));
        popularity = new Zipf(operations);
        int actors = Math.clamp(ACTORS_MIN + operations, ACTORS_MIN, ACTORS_MAX);
        activity = new Zipf(actors);
        for (int i = 0; i < actors; i++) {
            senders.add(sender(i, chance));
        }
        pools = new Pools(vendor, setting.regime(), seed, activity);
        noiseChance = new SplittableRandom(Hash.mix(seed));
        noise = new Noise(() -> real(operation(noiseChance), noiseChance), noiseChance);
        writer = new RecordWriter(vendor.host(), setting.bodies(), setting.senders());
        errorShape = chance.nextInt(3);
        left = operations * setting.requests();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Sample next() {
        if (left <= 0) {
            throw new NoSuchElementException();
        }
        if (noiseChance.nextDouble() * (1 + setting.noise()) < setting.noise()) {
            return new Sample(writer.write(noise.next()), Sample.NOISE);
        }
        left--;
        int operation = operation(chance);
        return new Sample(
                writer.write(real(operation, chance)), vendor.groupOf().get(operation));
    }

    private int operation(SplittableRandom chance) {
        return order.get(popularity.draw(chance));
    }

    private Exchange real(int index, SplittableRandom chance) {
        Operation operation = vendor.operations().get(index);
        Template template = operation.template();
        int actor = activity.draw(chance);
        boolean decided = false;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < template.names().size(); i++) {
            Pool pool = pools.of(template, i);
            int drawn = decided ? pool.drawFor(actor, chance) : pool.draw(chance);
            if (!decided && pool.owner(drawn) != Pool.SHARED) {
                actor = chance.nextDouble() < OWN_SHARE ? pool.owner(drawn) : actor;
                decided = true;
            }
            values.add(pool.value(drawn));
        }
        Sender sender = senders.get(actor);
        String request = operation.request() == null ? "" : Body.of(operation.request(), List.of(), chance);
        if (chance.nextDouble() < ERRORS_SHARE) {
            return refused(operation, values, sender, request, chance);
        }
        String response = response(index, operation, values, chance);
        int status = response.isEmpty() && operation.status() == 200 ? 204 : operation.status();
        return new Exchange(sender, operation.method(), template.fill(values), status, request, response);
    }

    private String response(int index, Operation operation, List<String> values, SplittableRandom chance) {
        long hash = Hash.of(seed, index);
        if (operation.method().equals("HEAD")) {
            return "";
        }
        if (Math.floorMod(hash, GENERIC_ONE_IN) == 0) {
            return Body.generic(Math.floorMod(Hash.mix(hash), Body.GENERIC), chance);
        }
        return operation.response() == null ? "" : Body.of(operation.response(), values, chance);
    }

    private Exchange refused(
            Operation operation, List<String> values, Sender sender, String request, SplittableRandom chance) {
        int status = ERRORS[chance.nextInt(ERRORS.length)];
        if (status == 404) {
            if (values.isEmpty()) {
                status = 400;
            } else {
                int last = values.size() - 1;
                values.set(last, pools.of(operation.template(), last).missing());
            }
        }
        String path = operation.template().fill(values);
        return new Exchange(sender, operation.method(), path, status, request, error(status, chance));
    }

    private String error(int status, SplittableRandom chance) {
        String reason = Vocabulary.WORDS.draw(Kind.ADJECTIVE, chance) + " request refused";
        return switch (errorShape) {
            case 0 -> "{\"error\":\"" + reason + "\"}";
            case 1 -> "{\"error\":{\"code\":" + status + ",\"message\":\"" + reason + "\"}}";
            default -> "{\"message\":\"" + reason + "\",\"status\":" + status + ",\"details\":[]}";
        };
    }

    private static Sender sender(int number, SplittableRandom chance) {
        StringBuilder token = new StringBuilder(TOKEN_CHARACTERS);
        for (int i = 0; i < TOKEN_CHARACTERS; i++) {
            token.append(Character.forDigit(chance.nextInt(36), 36));
        }
        String address = "198.18." + number / 200 + "." + (1 + number % 200);
        return new Sender(address, token.toString(), "acme-client/" + number % 7 + ".0");
    }
}
