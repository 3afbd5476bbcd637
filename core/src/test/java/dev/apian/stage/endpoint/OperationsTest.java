// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Body;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Content.Choice;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Endpoints whose path does not tell what is done.
class OperationsTest {

    private TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;
    private long tick;

    @Test
    void anOperationThatTheBodyNamesIsAnEndpoint() {
        learn(graphql("query GetOrder"), graphql("mutation AddItem"), graphql("query GetOrder"));

        assertThat(known()).containsExactly("/graphql#mutation AddItem", "/graphql#query GetOrder");
        assertThat(template(graphql("query GetOrder"))).isEqualTo("/graphql#query GetOrder");
    }

    @Test
    void beyondTheBoundOperationsAreCountedOnly() {
        for (int i = 0; i < TemplateLearner.OPERATIONS_MAX + 3; i++) {
            learner.learn(templates.route(graphql("query Q" + i).call()));
        }
        publish();

        assertThat(templates.known()).hasSize(TemplateLearner.OPERATIONS_MAX);
        assertThat(learner.dropped()).isEqualTo(3);
    }

    @Test
    void aParameterThatTellsTheFormOfTheAnswerChoosesTheEndpoint() {
        for (int i = 0; i < 20; i++) {
            learn(dispatch("list", "page"), dispatch("show", "one"), dispatch("stats", "numbers"));
        }

        assertThat(known())
                .containsExactly("/api.php", "/api.php?action=list", "/api.php?action=show", "/api.php?action=stats");
        long part = templates.route(dispatch("list", "page").call()).endpoint().id();
        long whole = templates.route(SomeCall.get("/api.php").call()).endpoint().id();
        assertThat(templates.originOf(part)).isEqualTo(whole);
    }

    @Test
    void aParameterThatChangesNothingIsNoChoice() {
        for (int i = 0; i < 20; i++) {
            learn(dispatch("red", "page"), dispatch("blue", "page"), dispatch("green", "page"));
        }

        assertThat(known()).containsExactly("/api.php");
    }

    @Test
    void freeTextIsNoChoice() {
        for (int i = 0; i < 60; i++) {
            learn(dispatch("word-" + i, "form " + i));
        }

        assertThat(known()).containsExactly("/api.php");
    }

    @Test
    void choicesOutliveARestart() {
        for (int i = 0; i < 20; i++) {
            learn(dispatch("list", "page"), dispatch("show", "one"));
            learner = Saved.reloaded(learner, new TemplateLearner());
        }

        assertThat(template(dispatch("list", "page"))).isEqualTo("/api.php?action=list");
    }

    private void learn(SomeCall... calls) {
        for (SomeCall call : calls) {
            learner.learn(templates.route(call.call()));
        }
        publish();
    }

    private void publish() {
        templates = learner.publish(tick++);
    }

    private String template(SomeCall call) {
        return templates.route(call.call()).endpoint().template();
    }

    private List<String> known() {
        return templates.known().values().stream()
                .map(Endpoint::template)
                .sorted()
                .toList();
    }

    private static SomeCall graphql(String operation) {
        return SomeCall.post("/graphql")
                .having(new Content(Body.NONE, Body.NONE, operation, List.of(), List.of(), List.of()));
    }

    private static SomeCall dispatch(String action, String form) {
        return SomeCall.get("/api.php")
                .having(new Content(
                        Body.NONE,
                        new Body(Hash.of(form), List.of(), Set.of()),
                        "",
                        List.of("action"),
                        List.of(new Choice("action", action)),
                        List.of()));
    }
}
