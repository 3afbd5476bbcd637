// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static dev.apian.stage.call.Facet.Kind.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Body;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.DataClass;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Facts.Posture;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private TemplateLearner learner = new TemplateLearner();
    private Templates templates = Templates.NONE;
    private long tick;

    @Test
    void whatWasSeenIsCounted() {
        learn(SomeCall.get("/orders/7").with(ACCESS_TOKEN, "a"));
        learn(
                SomeCall.get("/orders/8").after(Duration.ofHours(2)),
                SomeCall.get("/orders/9").answered(404));

        Facts facts = only().facts();
        assertThat(facts.calls()).isEqualTo(3);
        assertThat(facts.statuses()).isEqualTo(Map.of(200, 2L, 404, 1L));
        assertThat(facts.last() - facts.first()).isEqualTo(Duration.ofHours(2).toMillis() * 1_000);
        assertThat(facts.posture()).isEqualTo(Posture.MIXED);
    }

    @Test
    void aNameTypedAtALoginIsNoCredential() {
        learn(SomeCall.post("/login").with(USERNAME, "bob"));

        assertThat(only().facts().posture()).isEqualTo(Posture.OPEN);
    }

    @Test
    void whoeverIsRefusedSaysNothingOfThePosture() {
        learn(SomeCall.get("/orders/7").with(ACCESS_TOKEN, "a"));
        learn(SomeCall.get("/orders/7").answered(401));

        assertThat(only().facts().posture()).isEqualTo(Posture.REQUIRED);
    }

    @Test
    void secretsInAnswersMakeAnEndpointSensitive() {
        learn(carrying(DataClass.CARD_NUMBER), carrying(DataClass.CARD_NUMBER));
        assertThat(only().endpoint().sensitivity()).isEqualTo(Sensitivity.LOW);

        learn(carrying(DataClass.CARD_NUMBER), carrying(DataClass.EMAIL));
        assertThat(only().endpoint().sensitivity()).isEqualTo(Sensitivity.HIGH);
        assertThat(only().facts().responseData()).isEqualTo(Map.of(DataClass.CARD_NUMBER, 3L, DataClass.EMAIL, 1L));
        assertThat(templates.route(SomeCall.get("/wallets/1").call()).endpoint().sensitivity())
                .isEqualTo(Sensitivity.HIGH);
    }

    @Test
    void ordinaryPersonalDataDoesNot() {
        learn(carrying(DataClass.EMAIL), carrying(DataClass.EMAIL), carrying(DataClass.EMAIL));

        assertThat(only().endpoint().sensitivity()).isEqualTo(Sensitivity.LOW);
    }

    @Test
    void whatScannersAreServedNowAndThenIsNoEndpoint() {
        scan();

        assertThat(learner.listed()).isEmpty();
        assertThat(templates.route(SomeCall.get("/index.php").call()).endpoint().is(Label.UNMATCHED))
                .isTrue();
    }

    @Test
    void andOfItIsOneAsSoonAsSomebodyElseIsServed() {
        scan();
        SomeCall other = SomeCall.get("/index.php").with(ACCESS_TOKEN, "a");
        learn(other);
        learn(other);

        assertThat(learner.listed()).hasSize(1);
    }

    @Test
    void somebodyWithATypoIsNoScanner() {
        learn(SomeCall.get("/ordrs").answered(404), SomeCall.get("/orders"));

        assertThat(learner.listed()).hasSize(1);
    }

    @Test
    void aProxyWithScannersBehindItIsNoScanner() {
        for (int i = 0; i < 400; i++) {
            learn(
                    SomeCall.get("/guess-" + i).answered(404),
                    SomeCall.get(i % 3 == 0 ? "/orders" : "/none").answered(i % 3 == 0 ? 200 : 404));
        }
        learn(SomeCall.get("/invoices"));

        assertThat(learner.listed())
                .extracting(listed -> listed.endpoint().template())
                .contains("/orders", "/invoices");
    }

    @Test
    void whoeverIsUnknownIsNoScanner() {
        IntStream.range(0, 6)
                .forEach(i -> learn(SomeCall.get("/guess-" + i).answered(404).from("", "any")));
        learn(SomeCall.get("/orders").from("", "any"));

        assertThat(learner.listed()).hasSize(1);
    }

    @Test
    void theInventoryOutlivesARestart() {
        learn(carrying(DataClass.IBAN), SomeCall.get("/orders/7").shaped("order"));
        List<Listed> before = learner.listed();
        learner = Saved.reloaded(learner, new TemplateLearner());

        assertThat(learner.listed()).containsExactlyInAnyOrderElementsOf(before);
    }

    private void learn(SomeCall... calls) {
        for (SomeCall call : calls) {
            learner.learn(templates.route(call.call()));
        }
        templates = learner.publish(tick++);
    }

    private void scan() {
        IntStream.range(0, 6)
                .forEach(i -> learn(SomeCall.get("/guess-" + i).answered(404).from("198.51.100.9", "scan")));
        learn(SomeCall.get("/index.php").from("198.51.100.9", "scan"));
    }

    private Listed only() {
        assertThat(learner.listed()).hasSize(1);
        return learner.listed().getFirst();
    }

    private static SomeCall carrying(DataClass found) {
        return SomeCall.get("/wallets/1")
                .having(new Content(
                        Body.NONE, new Body(5, List.of(), Set.of(found)), "", List.of(), List.of(), List.of()));
    }
}
