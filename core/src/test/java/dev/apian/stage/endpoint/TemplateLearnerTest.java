// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateLearnerTest {

    private TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;
    private long tick;

    @Test
    void namesThatKeepComingBecomeOneEndpoint() {
        see("/users/%s", 60, 1);

        assertThat(templatesKnown()).containsExactly("/users/{userId}");
        assertThat(template("/users/somebody-new")).isEqualTo("/users/{userId}");
    }

    @Test
    void aVariableWithoutAParentIsCalledAfterTheKeyThatBringsItBack() {
        see("/%s", 60, 1);

        assertThat(templatesKnown()).containsExactly("/{login}");
    }

    @Test
    void publishedTemplatesRouteTheSameOnAnotherMachine() {
        see("/users/%s", 60, 1);
        see("/orders/7", 1, 1);

        assertThat(Saved.sent(templates::save, Templates::read)).isEqualTo(templates);
    }

    @Test
    void whatLiesBelowANameMergesToo() {
        see("/users/%s/orders/7", 60, 1);

        assertThat(templatesKnown()).containsExactly("/users/{userId}/orders/{orderId}");
    }

    @Test
    void anOldIdLeadsToTheEndpointThatItBecame() {
        long before = Templates.NONE
                .route(SomeCall.get("/users/name-a").call())
                .endpoint()
                .id();
        see("/users/%s", 60, 1);

        Endpoint now = templates.byId(before);
        assertThat(now).isNotNull();
        assertThat(now.template()).isEqualTo("/users/{userId}");
        assertThat(templates.current(before)).isEqualTo(now.id());
        assertThat(templates.current(now.id())).isEqualTo(now.id());
    }

    @Test
    void anIdMergedTwiceLeadsToTheLastEndpoint() {
        long before = Templates.NONE
                .route(SomeCall.get("/users/anna/files/name-a").call())
                .endpoint()
                .id();
        see("/users/anna/files/%s", 60, 1);
        long between = templates.current(before);
        see("/users/%s/files/name-a", 60, 1);
        see("/users/%s", 60, 1);

        assertThat(between).isNotEqualTo(before);
        assertThat(templates.byId(before)).isNotNull();
        assertThat(templates.current(templates.current(before))).isEqualTo(templates.current(before));
        assertThat(templates.current(between)).isEqualTo(templates.current(before));
    }

    @Test
    void theVersionTellsThatIdsChanged() {
        int before = templates.version();
        see("/users/%s", 1, 1);
        assertThat(templates.version()).isEqualTo(before);

        see("/users/%s", 60, 1);
        assertThat(templates.version()).isGreaterThan(before);
    }

    @Test
    void aNameThatManyCallAndThatAnswersInItsOwnWayStaysARoute() {
        for (int i = 0; i < 60; i++) {
            learn(SomeCall.get("/users/directory").with(ACCESS_TOKEN, "t" + i).shaped("directory"));
        }
        see("/users/%s", 45, 2);

        assertThat(templatesKnown()).containsExactly("/users/directory", "/users/{userId}");
        assertThat(template("/users/directory")).isEqualTo("/users/directory");
    }

    @Test
    void aValueThatManyCallTurnsOutToBeARouteAndKeepsWhereItCameFrom() {
        learn(SomeCall.get("/users/directory").with(ACCESS_TOKEN, "t").shaped("user"));
        see("/users/%s", 45, 1);
        assertThat(templatesKnown()).containsExactly("/users/{userId}");
        long whole =
                templates.route(SomeCall.get("/users/any").call()).endpoint().id();

        for (int i = 0; i < 400; i++) {
            learn(SomeCall.get("/users/directory").with(ACCESS_TOKEN, "t" + i).shaped("directory"));
        }
        publish();

        assertThat(templatesKnown()).containsExactly("/users/directory", "/users/{userId}");
        long part = templates
                .route(SomeCall.get("/users/directory").call())
                .endpoint()
                .id();
        assertThat(templates.originOf(part)).isEqualTo(whole);
        assertThat(templates.current(part)).isEqualTo(part);
    }

    @Test
    void oneselfStaysARouteEvenWhenItComesLater() {
        see("/users/%s", 60, 1);

        assertThat(template("/users/me")).isEqualTo("/users/me");
        assertThat(template("/users/Me")).isEqualTo("/users/Me");
        assertThat(template("/users/mel")).isEqualTo("/users/{userId}");
    }

    @Test
    void manyFixedRoutesSeenAgainAndAgainStay() {
        for (int i = 0; i < 3; i++) {
            String sender = "t" + i;
            names(120)
                    .forEach(name -> learn(SomeCall.get("/api/" + name)
                            .with(ACCESS_TOKEN, sender)
                            .shaped(name)));
        }
        publish();

        assertThat(templatesKnown()).hasSize(120);
    }

    @Test
    void fewNamesStayHoweverRare() {
        learn(SomeCall.get("/api/search").with(ACCESS_TOKEN, "a").shaped("hits"));
        learn(SomeCall.get("/api/status").with(ACCESS_TOKEN, "b").shaped("state"));
        publish();

        assertThat(templatesKnown()).hasSize(2);
    }

    @Test
    void rootsWithAnswersOfTheirOwnStay() {
        for (int i = 0; i < 3; i++) {
            String sender = "t" + i;
            names(200)
                    .forEach(name -> learn(
                            SomeCall.get("/" + name).with(ACCESS_TOKEN, sender).shaped(name)));
        }
        publish();

        assertThat(templatesKnown()).hasSize(200);
    }

    @Test
    void routesToldByTheFrameworkNeverCollapse() {
        names(60).forEach(name -> learn(SomeCall.get("/api/" + name).routedAs("/api/" + name)));
        publish();

        assertThat(templatesKnown()).hasSize(60);
    }

    @Test
    void whatIsNotServedIsNotLearned() {
        names(60).forEach(name -> learn(SomeCall.get("/" + name).answered(404)));
        publish();

        assertThat(templates.known()).isEmpty();
        assertThat(learner.dropped()).isZero();
    }

    @Test
    void beyondTheBoundNewShapesAreCountedOnly() {
        for (int i = 0; i < TemplateLearner.ENDPOINTS_MAX + 5; i++) {
            learn(SomeCall.get("/" + name(i)).routedAs("/" + name(i)));
        }
        learn(SomeCall.get("/" + name(0)).routedAs("/" + name(0)));
        publish();

        assertThat(templates.known()).hasSize(TemplateLearner.ENDPOINTS_MAX);
        assertThat(learner.dropped()).isEqualTo(5);
    }

    @Test
    void knowledgeChangesAtTicksOnly() {
        learn(SomeCall.get("/orders"));
        assertThat(templates.known()).isEmpty();

        publish();
        assertThat(templatesKnown()).containsExactly("/orders");
        assertThat(learner.publish(tick++)).isSameAs(templates);
    }

    @Test
    void aRestartAtAnyTickPublishesTheSame() {
        TemplateLearner steady = new TemplateLearner();
        TemplateLearner restarted = new TemplateLearner();
        Templates one = Templates.NONE;
        Templates other = Templates.NONE;
        for (Call call : mixedCalls()) {
            one = steady.publish(tick);
            other = restarted.publish(tick++);
            assertThat(other).isEqualTo(one);
            steady.learn(one.route(call));
            restarted.learn(other.route(call));
            restarted = Saved.reloaded(restarted, new TemplateLearner());
        }

        assertThat(one.aliases()).isNotEmpty();
    }

    @Test
    void aRestartIsNoReasonToDecideAnew() {
        names(60).forEach(name -> learn(SomeCall.get("/users/" + name + "/files/" + name)));
        publish();

        learner = Saved.reloaded(learner, new TemplateLearner());
        assertThat(learner.publish(tick)).isEqualTo(templates);
    }

    @Test
    void pathsThatLookLikeTemplatesSurviveARestart() {
        for (String path :
                List.of("/orders/{orderId}", "/orders/:id/x", "/<id>/y", "/{}", "/a/{file}.css", "/:", "/{")) {
            learn(SomeCall.get(path));
        }
        learn(SomeCall.get("/a-7").routedAs("/{a}-{b}"));
        learn(SomeCall.get("/z/7").routedAs("/z/:id(.:format)"));
        publish();

        assertThat(Saved.reloaded(learner, new TemplateLearner()).publish(tick)).isEqualTo(templates);
    }

    /// Nested names, fixed routes and values, so that collapses lead to further collapses.
    private static List<Call> mixedCalls() {
        return IntStream.range(0, 400)
                .mapToObj(i -> switch (i % 4) {
                    case 0 -> SomeCall.get("/users/" + name(i) + "/files/" + name(i + 1));
                    case 1 -> SomeCall.get("/users/me");
                    case 2 -> SomeCall.post("/tags/" + name(i));
                    default -> SomeCall.get("/orders/" + i);
                })
                .map(SomeCall::call)
                .toList();
    }

    private void see(String path, int names, int times) {
        for (int i = 0; i < times; i++) {
            names(names)
                    .forEach(name -> learn(SomeCall.get(path.formatted(name))
                            .with(ACCESS_TOKEN, "of " + name)
                            .shaped("form of " + path)
                            .echoes(path.split("/").length - 2, "login")));
        }
        publish();
    }

    private void learn(SomeCall call) {
        learner.learn(templates.route(call.call()));
    }

    private void publish() {
        templates = learner.publish(tick++);
    }

    private String template(String path) {
        return templates.route(SomeCall.get(path).call()).endpoint().template();
    }

    private List<String> templatesKnown() {
        return templates.known().values().stream()
                .map(Endpoint::template)
                .sorted()
                .toList();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(TemplateLearnerTest::name).toList();
    }

    /// Letters only: `name-a`, `name-b`, ... `name-ba`.
    private static String name(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 26) {
            letters.insert(0, (char) ('a' + rest % 26));
        }
        return "name-" + letters;
    }
}
