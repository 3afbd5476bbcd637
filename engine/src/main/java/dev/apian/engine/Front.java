// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Listed;
import dev.apian.stage.endpoint.Routed;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.identity.IdentityMemory;
import dev.apian.stage.identity.Ruling;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// The ordered and cheap part of the pipeline: endpoint, entities, identity. One thread.
final class Front {

    private final Pipeline pipeline;
    private final TemplateLearner learner;
    private final KeyedStates<State> credentials;
    private final IdentityMemory identity;
    private Templates templates = Templates.NONE;
    private long forgotten;

    Front(Pipeline pipeline, StateStore store) {
        this.pipeline = pipeline;
        this.learner = pipeline.templateLearner();
        this.credentials = new KeyedStates<>(
                pipeline.identity()::freshState, pipeline.identity().memory(), store.cold(Kind.IDENTITY));
        this.identity = pipeline.identity().freshMemory();
    }

    Templates publish(long tick) {
        templates = learner.publish(tick);
        return templates;
    }

    /// The latest published.
    Templates templates() {
        return templates;
    }

    Identified run(Call call) {
        Touched touched = touch(call);
        return pipeline.identity().resolve(touched, credentials, identity);
    }

    /// Endpoint and entities without a trace in any state, for a call that came too late to be judged.
    Touched touchOnly(Call call) {
        return Entities.of(templates.route(call));
    }

    /// Credentials forgotten to stay within the limit.
    long forgotten() {
        return forgotten;
    }

    void correct(List<Correction> corrections) {
        learner.correct(corrections);
    }

    void rule(List<Ruling> rulings) {
        identity.rule(rulings);
    }

    List<Listed> listed() {
        return learner.listed();
    }

    long droppedEndpoints() {
        return learner.dropped();
    }

    void sweep(long micros, int credentialsMax) {
        credentials.sweep(micros);
        forgotten += credentials.shrinkTo(credentialsMax);
    }

    private Touched touch(Call call) {
        Routed routed = templates.route(call);
        learner.learn(routed);
        return Entities.of(routed);
    }

    LiveStates.Homes<?> states() {
        return LiveStates.Homes.one(Kind.IDENTITY, credentials);
    }

    /// All but the states by key.
    void save(DataOutput out) throws IOException {
        out.writeLong(forgotten);
        learner.save(out);
        identity.save(out);
    }

    void load(DataInput in) throws IOException {
        forgotten = in.readLong();
        learner.load(in);
        identity.load(in);
    }
}
