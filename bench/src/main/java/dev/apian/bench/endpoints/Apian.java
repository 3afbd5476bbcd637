// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import org.jspecify.annotations.Nullable;

/// What Apian does.
final class Apian implements Discovery {

    private final TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;

    @Override
    public void learn(Call call) {
        learner.learn(templates.route(call));
    }

    @Override
    public void publish(long tick) {
        templates = learner.publish(tick);
    }

    @Override
    public @Nullable Group groupOf(Call call) {
        Endpoint endpoint = templates.route(call).endpoint();
        return endpoint.is(Label.UNMATCHED)
                ? null
                : new Group(endpoint.id(), endpoint.method() + " " + endpoint.template());
    }
}
