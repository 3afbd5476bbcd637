// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;
    private long tick;

    @Test
    void whatIsPinnedHoldsFromTheFirstValueOn() {
        correct(new Pin("", "", "/teams/{team}", ""), new Pin("", "", "/teams/search", ""));
        see("/teams/search", "/teams/red");

        assertThat(known()).containsExactly("/teams/search", "/teams/{team}");
        assertThat(because("/teams/blue")).isEqualTo(Because.CORRECTED);
    }

    @Test
    void whatWasSeenBeforeMergesIntoWhatIsPinned() {
        see("/teams/red", "/teams/blue/members");
        long before =
                templates.route(SomeCall.get("/teams/red").call()).endpoint().id();
        correct(new Pin("", "", "/teams/{team}", ""), new Pin("", "", "/teams/{team}/members", ""));

        assertThat(known()).containsExactly("/teams/{team}", "/teams/{team}/members");
        assertThat(templates.byId(before)).extracting(Endpoint::template).isEqualTo("/teams/{team}");
    }

    @Test
    void aDocumentedRouteWinsAndSaysSo() {
        see("/teams/red");
        correct(new Pin("GET", "shop.example", "/teams/{team}", "teams.yaml"));
        see("/teams/blue");

        assertThat(because("/teams/blue")).isEqualTo(Because.DOCUMENTED);
    }

    @Test
    void aDocumentedNameComesOutOfTheVariableThatTookItIn() {
        see("/teams/red");
        long before =
                templates.route(SomeCall.get("/teams/red").call()).endpoint().id();
        correct(new Pin("", "", "/teams/{team}", ""));
        see("/teams/red", "/teams/blue", "/teams/blue/members");
        long merged =
                templates.route(SomeCall.get("/teams/red").call()).endpoint().id();
        assertThat(known()).containsExactly("/teams/{team}", "/teams/{team}/members");

        correct(
                new Pin("", "", "/teams/{team}", ""),
                new Pin("GET", "", "/teams/red", "teams.yaml"),
                new Pin("GET", "", "/teams/blue/members", "teams.yaml"));
        see("/teams/red", "/teams/green", "/teams/blue/members");

        assertThat(template("/teams/red")).isEqualTo("/teams/red");
        assertThat(template("/teams/blue/members")).isEqualTo("/teams/blue/members");
        assertThat(template("/teams/green")).isEqualTo("/teams/{team}");
        assertThat(templates.route(SomeCall.get("/teams/red").call()).endpoint().id())
                .as("an id never changes meaning")
                .isEqualTo(before);
        assertThat(templates.originOf(before)).isEqualTo(merged);
    }

    @Test
    void aNameThatNobodyPinnedStaysAValue() {
        see("/teams/red", "/teams/blue");
        correct(new Pin("", "", "/teams/{team}", ""), new Pin("", "", "/teams/red", ""));
        see("/teams/red", "/teams/blue");

        assertThat(known()).containsExactly("/teams/red", "/teams/{team}");
    }

    @Test
    void anotherHostIsLeftAlone() {
        see("/teams/red");
        correct(new Pin("", "other.example", "/teams/{team}", ""));

        assertThat(known()).containsExactly("/teams/red");
    }

    @Test
    void whatIsRejectedIsManyRoutesAgain() {
        for (int i = 0; i < 40; i++) {
            learner.learn(templates.route(SomeCall.get("/reports/kind-" + (char) ('a' + i % 26) + i)
                    .with(ACCESS_TOKEN, "t" + i)
                    .shaped("report")
                    .echoes(1, "name")
                    .call()));
        }
        publish();
        assertThat(known()).containsExactly("/reports/{reportId}");

        correct(new Reject("", "/reports/{reportId}"));
        see("/reports/kind-a0", "/reports/kind-never-seen", "/reports/7");

        assertThat(template("/reports/kind-a0")).isEqualTo("/reports/kind-a0");
        assertThat(template("/reports/kind-never-seen")).isEqualTo("/reports/kind-never-seen");
        assertThat(template("/reports/7")).isEqualTo("/reports/7");
        assertThat(template("/orders/7")).isEqualTo("/orders/{orderId}");
    }

    @Test
    void anotherNameIsTheSameEndpoint() {
        see("/orders/7");
        long before =
                templates.route(SomeCall.get("/orders/7").call()).endpoint().id();
        correct(new Rename("", "/orders/{orderId}", "number"));

        assertThat(known()).containsExactly("/orders/{number}");
        assertThat(templates.route(SomeCall.get("/orders/8").call()).endpoint().id())
                .isEqualTo(before);
        assertThat(templates.route(SomeCall.get("/orders/8").call()).parameters())
                .extracting(Routed.PathParameter::name)
                .containsExactly("number");
        assertThat(learner.listed()).extracting(Listed::former).containsExactly(List.of(before));
    }

    @Test
    void correctionsOutliveARestart() {
        correct(new Pin("", "", "/teams/{team}", ""), new Rename("", "/orders/{orderId}", "number"));
        see("/teams/red", "/orders/7");

        learner = Saved.reloaded(learner, new TemplateLearner());
        templates = learner.publish(tick);

        assertThat(known()).containsExactly("/orders/{number}", "/teams/{team}");
        assertThat(template("/teams/blue")).isEqualTo("/teams/{team}");
    }

    @Test
    void theSameCorrectionsOnceMoreChangeNothing() {
        Pin pin = new Pin("", "", "/teams/{team}", "");
        correct(pin);
        see("/teams/red");
        Templates before = templates;
        correct(pin);

        assertThat(templates).isSameAs(before);
    }

    private void correct(Correction... corrections) {
        learner.correct(List.of(corrections));
        publish();
    }

    private void see(String... paths) {
        for (String path : paths) {
            learner.learn(templates.route(SomeCall.get(path).call()));
        }
        publish();
        for (String path : paths) {
            learner.learn(templates.route(SomeCall.get(path).call()));
        }
        publish();
    }

    private void publish() {
        templates = learner.publish(tick++);
    }

    private String template(String path) {
        return templates.route(SomeCall.get(path).call()).endpoint().template();
    }

    private Because because(String path) {
        long id = templates.route(SomeCall.get(path).call()).endpoint().id();
        return learner.listed().stream()
                .filter(listed -> listed.endpoint().id() == id)
                .findFirst()
                .orElseThrow()
                .decisions()
                .getLast()
                .because();
    }

    private List<String> known() {
        return templates.known().values().stream()
                .map(Endpoint::template)
                .sorted()
                .toList();
    }
}
