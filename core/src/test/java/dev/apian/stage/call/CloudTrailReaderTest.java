// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.SETTINGS;
import static dev.apian.stage.call.Reading.call;
import static dev.apian.stage.call.Reading.facets;
import static dev.apian.stage.call.Reading.fields;
import static dev.apian.stage.call.Reading.rejected;
import static dev.apian.testing.Trail.ALICE;
import static dev.apian.testing.Trail.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Reason;
import dev.apian.testing.Trail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// CloudTrail events as calls: what is asked of which service, how it ended, by whom, about what.
class CloudTrailReaderTest {

    private static final CallReader READER = Format.CLOUDTRAIL.reader(SETTINGS);

    @Test
    void anEventIsACallOfAnOperationOfAService() {
        Call call = call(READER, Trail.event("s3", "GetObject", ALICE, ""));

        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.path()).isEqualTo("/s3/GetObject");
        assertThat(call.route()).isEqualTo("/s3/GetObject");
        assertThat(call.host()).isEqualTo("s3.amazonaws.com");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.id()).isEqualTo("e-GetObject-10");
        assertThat(call.at()).isEqualTo(Instant.parse("2026-03-01T10:00:10Z"));
        assertThat(call.origin().ip()).isEqualTo("203.0.113.7");
        assertThat(call.organization()).isEqualTo("111122223333");
        assertThat(call.userAgent()).contains("aws-cli");
    }

    @Test
    void whatOnlyReadsIsAGetAsToldOrElseByItsName() {
        assertThat(call(READER, Trail.event("s3", "PutObject", ALICE, "")).method())
                .isEqualTo("POST");
        assertThat(call(READER, Trail.event("ec2", "DescribeInstances", ALICE, "\"readOnly\":false"))
                        .method())
                .isEqualTo("POST");
        assertThat(call(READER, Trail.event("athena", "StartQuery", ALICE, "\"readOnly\":true"))
                        .method())
                .isEqualTo("GET");
    }

    @Test
    void theVersionOfAnApiIsNoPartOfItsOperation() {
        assertThat(call(READER, Trail.event("lambda", "UpdateFunctionCode20150331v2", ALICE, ""))
                        .path())
                .isEqualTo("/lambda/UpdateFunctionCode");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, 403",
        "Client.UnauthorizedOperation, 403",
        "ThrottlingException, 429",
        "Client.RequestLimitExceeded, 429",
        "NoSuchBucket, 404",
        "ResourceNotFoundException, 404",
        "Client.InvalidInstanceID.NotFound, 404",
        "ValidationException, 400",
        "Server.InternalError, 500"
    })
    void anErrorCodeStandsForAStatus(String code, int status) {
        assertThat(call(READER, Trail.event("ec2", "RunInstances", ALICE, "\"errorCode\":\"" + code + "\""))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aServiceInPlaceOfAnAddressIsNoAddress() {
        String event = Trail.event("ec2", "RunInstances", ALICE, "").replace("203.0.113.7", "ec2.amazonaws.com");

        assertThat(call(READER, event).origin()).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void aUserIsTheSubjectAndTheKeyIsTheSameAsInASignedRequest() {
        Call event = call(READER, Trail.event("s3", "GetObject", ALICE, ""));
        Call signed = Reading.with("\"http.request.header.authorization\":\"AWS4-HMAC-SHA256 Credential=" + KEY
                + "/20260301/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\"");

        assertThat(facets(event.presented()))
                .containsExactly("subject=aws#arn:aws:iam::111122223333:user/alice", "api_key");
        assertThat(event.presented(Facet.Kind.API_KEY)).isEqualTo(signed.presented(Facet.Kind.API_KEY));
    }

    @Test
    void aTemporaryKeyIsATokenWhereverItIsPresented() {
        Call event =
                call(READER, Trail.event("s3", "GetObject", Trail.session("ASIAIOSFODNN7EXAMPLE", "Ops", "a"), ""));
        Call signed = Reading.with("\"http.request.header.authorization\":"
                + "\"AWS4-HMAC-SHA256 Credential=ASIAIOSFODNN7EXAMPLE/20260301/us-east-1/s3/aws4_request\"");

        assertThat(event.presented(Facet.Kind.ACCESS_TOKEN))
                .isNotNull()
                .isEqualTo(signed.presented(Facet.Kind.ACCESS_TOKEN));
        assertThat(event.roles()).containsExactly("arn:aws:iam::111122223333:role/Ops");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":\"Root\",\"arn\":\"arn:aws:iam::1:root\"|subject=aws#arn:aws:iam::1:root",
                "\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"|client_id=ec2.amazonaws.com",
                "\"type\":\"AWSAccount\",\"principalId\":\"AIDAEXAMPLE\",\"accountId\":\"2\"|subject=aws#AIDAEXAMPLE",
                "\"type\":\"AWSAccount\",\"accountId\":\"444455556666\"|subject=aws#444455556666",
                "\"type\":\"SAMLUser\",\"identityProvider\":\"idp\",\"userName\":\"bob\"|subject=idp#bob",
                "\"type\":\"WebIdentityUser\",\"identityProvider\":\"git\",\"userName\":\"a/b\"|subject=git#a/b"
            })
    void everyTypeOfIdentityIsKnownByItsName(String identity, String facet) {
        assertThat(facets(call(READER, Trail.event("s3", "GetObject", identity, ""))
                        .presented()))
                .containsExactly(facet);
    }

    @Test
    void aVisitorWithoutAnIdentityPresentsNothing() {
        String nobody = "\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"ANONYMOUS_PRINCIPAL\"";

        assertThat(call(READER, Trail.event("s3", "GetObject", nobody, "")).presented())
                .isEmpty();
    }

    @Test
    void aKeyThatIsOnlySpokenOfIsNotPresented() {
        Call call = call(READER, Trail.event("iam", "DeleteAccessKey", ALICE, """
                "requestParameters":{"accessKeyId":"AKIAI44QH8DHBEXAMPLE","userName":"carol"}"""));

        assertThat(call.presented()).hasSize(2);
        assertThat(fields(call)).containsExactly("requestParameters.userId=carol");
    }

    @Test
    void aFailedLoginToTheConsoleIsRefusedAndASuccessfulOneIsNot() {
        String carol = "\"type\":\"IAMUser\",\"principalId\":\"AIDAEXAMPLE\",\"userName\":\"carol\"";
        Call failed = call(READER, Trail.event("signin", "ConsoleLogin", carol, """
                "errorMessage":"Failed authentication","responseElements":{"ConsoleLogin":"Failure"}"""));
        Call good = call(READER, Trail.event("signin", "ConsoleLogin", carol, """
                "responseElements":{"ConsoleLogin":"Success"}"""));
        Call hidden = call(
                READER,
                Trail.event("signin", "ConsoleLogin", carol, "").replace("carol", "HIDDEN_DUE_TO_SECURITY_REASONS"));

        assertThat(failed.status()).isEqualTo(401);
        assertThat(good.status()).isEqualTo(200);
        assertThat(facets(failed.presented())).contains("username=carol");
        assertThat(hidden.presented(Facet.Kind.USERNAME)).isNull();
    }

    @Test
    void whatAnEventIsAboutBecomesFields() {
        Call call = call(READER, Trail.event("ec2", "RunInstances", ALICE, """
                "requestParameters":{"secretId":"arn:aws:secretsmanager:us-east-1:111122223333:secret:db-Ab12Cd",\
                "bucketName":"reports","key":"a/b c.csv",\
                "instancesSet":{"items":[{"instanceId":"i-0abcdef1234567890"}]},\
                "keyId":"1234abcd-12ab-34cd-56ef-1234567890ab","clientToken":"once",\
                "FlowLogId":{"tag":1,"content":"fl-1"},"maxResults":5,"name":"x"},\
                "responseElements":{"requestId":"r-1","groupSet":{"items":[{"groupId":"sg-1"}]}},\
                "resources":[{"ARN":"arn:aws:iam::111122223333:role/Admin"},{"ARN":"arn:aws:s3:::reports/2026/a.csv"},\
                {"ARN":"arn:aws:ec2:us-east-1:111122223333:instance/i-0abcdef1234567890"}]"""));

        assertThat(call.fields())
                .extracting(Field::name, Field::value)
                .extracting(
                        tuple -> tuple.toList().get(0) + "=" + tuple.toList().get(1))
                .containsExactly(
                        "secretId=arn:aws:secretsmanager:us-east-1:111122223333:secret:db-Ab12Cd",
                        "bucketId=reports",
                        "instanceId=i-0abcdef1234567890",
                        "ec2KeyId=1234abcd-12ab-34cd-56ef-1234567890ab",
                        "flowLogId=fl-1",
                        "groupId=sg-1",
                        "roleId=arn:aws:iam::111122223333:role/Admin",
                        "bucketId=reports",
                        "instanceId=i-0abcdef1234567890");
    }

    @Test
    void noSecretOfAnEventStays() throws Exception {
        String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        for (String key : new String[] {
            "secretAccessKey",
            "sessionToken",
            "password",
            "secretString",
            "SecretString",
            "userData",
            "newPassword",
            "credentials\":{\"id\":\"1\",\"userId",
            "accessKeyId",
            "clientToken",
            "externalId",
            "policyDocument",
            "tokenCode"
        }) {
            String end = key.contains("{") ? "\"}}" : "\"}";
            String event = Trail.event(
                    "iam",
                    "CreateAccessKey",
                    ALICE,
                    "\"requestParameters\":{\"" + key + "\":\""
                            + secret + end + ",\"responseElements\":{\"" + key + "\":\"" + secret + end
                            + ",\"errorMessage\":\"" + secret + "\",\"additionalEventData\":{\"" + key + "\":\""
                            + secret + end);
            Call call = call(READER, event);

            assertThat(call.toString()).as(key).doesNotContain(secret, secret.substring(0, 12));
            assertThat(new String(Reading.saved(call), StandardCharsets.ISO_8859_1))
                    .as(key)
                    .doesNotContain(secret.substring(0, 12));
        }
    }

    @Test
    void theIdOfAKeyNeverStaysInClear() throws Exception {
        Call call = call(READER, Trail.assume(ALICE, "Ops", "a", "ASIAIOSFODNN7EXAMPLE"));

        assertThat(new String(Reading.saved(call), StandardCharsets.ISO_8859_1))
                .doesNotContain(KEY, "ASIAIOSFODNN7EXAMPLE");
    }

    @Test
    void whatIsNoEventIsRejectedWithAReason() {
        assertThat(rejected(READER, "{\"eventName\":\"GetObject\"}").reason()).isEqualTo(Reason.NO_TIME);
        assertThat(rejected(READER, "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"eventName\":\"a b\"}")
                        .reason())
                .isEqualTo(Reason.NO_METHOD);
        assertThat(rejected(READER, Trail.event("s3", "GetObject", ALICE, "").substring(0, 200))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
        assertThat(rejected(READER, "null").reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void anEventIsToldFromOtherRecordsByItsContent() {
        String event = Trail.event("s3", "GetObject", ALICE, "");
        byte[] lines = (event + "\n" + event + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(call(Format.AUTO.reader(SETTINGS), event)).isEqualTo(call(READER, event));
        assertThat(Formats.detect(lines, 0, lines.length))
                .isEqualTo(new Formats.Detected.Known(Format.CLOUDTRAIL, 2, 2));
    }
}
