// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.testing.Trail.ALICE;
import static dev.apian.testing.Trail.assume;
import static dev.apian.testing.Trail.event;
import static dev.apian.testing.Trail.handsOut;
import static dev.apian.testing.Trail.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.ReaderSettings;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.entity.Entities;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Link.Because;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import dev.apian.stream.Timed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is behind the sessions of AWS roles, from CloudTrail's events to actors.
class RoleSessionTest {

    private static final String USER = "arn:aws:iam::111122223333:user/alice";
    private static final String OPS = "ASIAIOSFODNN7EXAMPLE";
    private static final String ADMIN = "ASIAI44QH8DHBEXAMPLE";
    private static final String OPS_SESSION = "arn:aws:sts::111122223333:assumed-role/Ops/cli";

    private final CallReader reader =
            Format.CLOUDTRAIL.reader(ReaderSettings.of("0123456789abcdef".getBytes(UTF_8), Long.MAX_VALUE));
    private final IdentityStep step = new IdentityStep();
    private final IdentityMemory memory = step.freshMemory();
    private final KeyedStates<State> states = new KeyedStates<>(step::freshState, step.memory());

    @Test
    void aUserIsBehindASessionAndBehindTheSessionItTookOn() {
        List<Identified> seen = see(
                event("s3", "ListBuckets", ALICE, ""),
                assume(ALICE, "Ops", "cli", OPS),
                event(11, "ec2", "DescribeInstances", session(OPS, "Ops", "cli"), ""),
                event(12, "sts", "AssumeRole", session(OPS, "Ops", "cli"), handsOut("Admin", "cli", ADMIN)),
                event(13, "iam", "CreateUser", session(ADMIN, "Admin", "cli"), ""));

        assertThat(seen).extracting(call -> call.actor().name()).containsOnly(USER);
        assertThat(proofs(seen)).containsExactly(Because.CLAIM, Because.LOGIN_RESPONSE, Because.LOGIN_RESPONSE);
    }

    @Test
    void allWithinOneSecondIsTakenInTheOrderItMustHaveHad() {
        List<Identified> seen = see(
                event("iam", "CreateUser", session(ADMIN, "Admin", "cli"), ""),
                event("sts", "AssumeRole", session(OPS, "Ops", "cli"), handsOut("Admin", "cli", ADMIN)),
                event("ec2", "DescribeInstances", session(OPS, "Ops", "cli"), ""),
                assume(ALICE, "Ops", "cli", OPS).replace("e-Assume", "z-Assume"));

        assertThat(seen).extracting(call -> call.actor().name()).containsOnly(USER);
    }

    @Test
    void twoUsersInEquallyNamedSessionsOfOneRoleAreTwo() {
        String bob = ALICE.replace("user/alice", "user/bob");
        List<Identified> seen = see(
                assume(ALICE, "Ops", "cli", OPS),
                assume(bob, "Ops", "cli", ADMIN).replace("e-Assume", "f-Assume"),
                event(11, "s3", "GetObject", session(OPS, "Ops", "cli"), ""),
                event(12, "s3", "GetObject", session(ADMIN, "Ops", "cli"), ""));

        assertThat(seen.get(2).actor().name()).isEqualTo(USER);
        assertThat(seen.get(3).actor().name()).isEqualTo("arn:aws:iam::111122223333:user/bob");
    }

    @Test
    void whoWasGivenAKeyIsBehindRequestsSignedWithIt() {
        CallReader gateway =
                Format.NATIVE.reader(ReaderSettings.of("0123456789abcdef".getBytes(UTF_8), Long.MAX_VALUE));
        String signed =
                "{\"timestamp\":\"2026-03-01T10:05:00Z\",\"http.request.method\":\"GET\",\"url.path\":\"/v1/orders\","
                        + "\"http.response.status_code\":200,\"http.request.header.authorization\":"
                        + "\"AWS4-HMAC-SHA256 Credential=" + OPS + "/20260301/us-east-1/execute-api/aws4_request\"}";
        see(assume(ALICE, "Ops", "cli", OPS));

        assertThat(resolve(call(gateway, signed)).actor().name()).isEqualTo(USER);
    }

    @Test
    void aSessionWhoseBeginningIsNotInTheDataIsKnownByRoleAndName() {
        List<Identified> seen = see(
                event("s3", "GetObject", session(OPS, "Ops", "cli"), ""),
                event(11, "s3", "GetObject", session(ADMIN, "Ops", "cli"), ""),
                event(12, "s3", "GetObject", session(OPS, "Ops", "other"), ""));

        assertThat(seen.get(0).actor().name()).isEqualTo(OPS_SESSION);
        assertThat(seen.get(1).actor()).isEqualTo(seen.get(0).actor());
        assertThat(seen.get(2).actor()).isNotEqualTo(seen.get(0).actor());
        assertThat(seen.get(0).links()).extracting(Link::because).containsExactly(Because.CLAIM);
    }

    @Test
    void anInstanceIsBehindTheSessionsThatItsRoleGaveItAndNoServiceIs() {
        String instance = "i-0abcdef1234567890";
        String delivered =
                session(OPS, "Web", instance).replace("\"attributes\"", "\"ec2RoleDelivery\":\"2.0\",\"attributes\"");
        List<Identified> seen = see(
                assume("\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"", "Web", instance, OPS),
                event(11, "s3", "GetObject", delivered, ""),
                event(12, "s3", "GetObject", session(ADMIN, "Web", instance), ""));

        assertThat(seen.get(0).actor().name()).isEqualTo("ec2.amazonaws.com");
        assertThat(seen.get(0).actor().kind()).isEqualTo(Actor.Kind.APPLICATION);
        assertThat(seen.get(1).actor().name()).isEqualTo(instance);
        assertThat(seen.get(1).actor().kind()).isEqualTo(Actor.Kind.APPLICATION);
        assertThat(seen.get(2).actor().name())
                .as("anyone may call a session so")
                .isNotEqualTo(instance);
    }

    @Test
    void aPersonOfIdentityCenterIsOneInAllRolesThatItGave() {
        List<Identified> seen = see(
                event("s3", "GetObject", session(OPS, "AWSReservedSSO_ReadOnly_0123456789abcdef", "ann@b.example"), ""),
                event(
                        11,
                        "s3",
                        "PutObject",
                        session(ADMIN, "AWSReservedSSO_Admin_0123456789abcdef", "ann@b.example"),
                        ""));

        assertThat(seen).extracting(call -> call.actor().name()).containsOnly("ann@b.example");
    }

    @Test
    void theUserIsBehindAFederatedSession() {
        String federated = "\"type\":\"FederatedUser\",\"arn\":\"arn:aws:sts::111122223333:federated-user/x\","
                + "\"accessKeyId\":\"" + OPS + "\",\"sessionContext\":{\"sessionIssuer\":{\"arn\":\"" + USER + "\"}}";

        assertThat(see(event("s3", "GetObject", federated, ""))
                        .getFirst()
                        .actor()
                        .name())
                .isEqualTo(USER);
    }

    @Test
    void theCallersOwnAccountKnowsBetterWhoItWasThanTheOther() {
        String copied =
                "\"type\":\"AWSAccount\",\"principalId\":\"AIDAIEXAMPLEALICE0001\",\"accountId\":\"111122223333\"";
        List<Identified> seen = see(
                assume(ALICE, "Ops", "cli", OPS).replace("e-Assume", "a-Assume"),
                assume(copied, "Ops", "cli", OPS).replace("e-Assume", "z-Assume"),
                event(11, "s3", "GetObject", session(OPS, "Ops", "cli"), ""));

        assertThat(seen.get(2).actor().name()).isEqualTo(USER);
    }

    @Test
    void aRoleThatWasRefusedJoinsNothing() {
        List<Identified> seen = see(
                assume(ALICE, "Ops", "cli", OPS)
                        .replace("\"eventType\"", "\"errorCode\":\"AccessDenied\",\"eventType\""),
                event(11, "s3", "GetObject", session(OPS, "Ops", "cli"), ""));

        assertThat(seen.get(1).actor().name()).isEqualTo(OPS_SESSION);
    }

    @Test
    void aLoginThatFailedSaysNothingOfWhoTried() {
        List<Identified> seen =
                see(event("signin", "ConsoleLogin", ALICE, "\"responseElements\":{\"ConsoleLogin\":\"Failure\"}"));

        assertThat(seen.getFirst().actor().name()).isNotEqualTo(USER);
    }

    /// In event order, as a runner takes them.
    private List<Identified> see(String... events) {
        return Arrays.stream(events)
                .map(event -> call(reader, event))
                .sorted(Timed.ORDER)
                .map(this::resolve)
                .toList();
    }

    private static Call call(CallReader reader, String record) {
        byte[] bytes = record.getBytes(UTF_8);
        return switch (reader.read(bytes, 0, bytes.length)) {
            case Outcome.Accepted accepted -> accepted.call();
            case Outcome.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private Identified resolve(Call call) {
        Touched touched = Entities.of(Templates.NONE.route(call));
        return step.resolve(touched, states, memory);
    }

    private static List<Because> proofs(List<Identified> calls) {
        return calls.stream()
                .flatMap(call -> call.links().stream())
                .filter(link -> link.kind() == Facet.Kind.SUBJECT)
                .map(Link::because)
                .toList();
    }
}
