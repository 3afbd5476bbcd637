// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataClassTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@example.com",
                "Bob Miller <bob.miller+tag@mail.example.co.uk>",
                "mailto:bob@example.com",
                "see http://x.example and ask bob@example.com.",
                "jürgen@müller.de",
                "a@b.co"
            })
    void emailAddressesAreFound(String value) {
        assertThat(found("x", value)).containsExactly(DataClass.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@handle",
                "bob@localhost",
                "image@2x.png",
                "lodash@4.17.21",
                "git@github.com:apian/apian.git",
                "https://bob:secret@db.example.com/x",
                "a@@b.com",
                ".@b.com",
                "bob@.com",
                "bob@example.c",
                "meet @ 5 p.m.",
                "@scope/package"
            })
    void otherAtSignsAreNoEmailAddresses(String value) {
        assertThat(found("x", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "5555-5555-5555-4444",
                "378282246310005",
                "3782-822463-10005",
                "6011111111111117",
                "3530111333300000",
                "30569309025904",
                "2223003122003222",
                "4222222222222"
            })
    void cardNumbersAreFound(String value) {
        assertThat(found("x", value)).containsExactly(DataClass.CARD_NUMBER);
        assertThat(body("{\"card\":{\"number\":\"" + value + "\"}}")).containsExactly(DataClass.CARD_NUMBER);
    }

    @Test
    void aBareNumberIsACardIfItsKeySaysSo() {
        assertThat(body("{\"cardNumber\":4111111111111111}")).containsExactly(DataClass.CARD_NUMBER);
        assertThat(body("{\"total\":4111111111111111}")).isEmpty();
        assertThat(found("orderId", "4111111111111111")).isEmpty();
        assertThat(found("orderId", "4111 1111 1111 1111")).containsExactly(DataClass.CARD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "1234567812345670",
                "1772359200123456",
                "1772359200123",
                "411111111111111",
                "41111 1111 1111 111",
                "0000000000000000",
                "9111111111111111"
            })
    void otherLongNumbersAreNoCards(String value) {
        assertThat(found("x", value)).isEmpty();
        assertThat(found("cardNumber", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "FR1420041010050500013M02606",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S"
            })
    void ibansAreFound(String value) {
        assertThat(found("x", value)).containsExactly(DataClass.IBAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013001",
                "DE8937040044053201300",
                "XX89370400440532013000",
                "de89370400440532013000",
                "DE12 order"
            })
    void nearMissesOfIbansAreNot(String value) {
        assertThat(found("x", value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+14155552671, x",
        "+49 (30) 901820, x",
        "+44-20-7946-0958, contact",
        "(415) 555-2671, phone",
        "030 901820, customerPhone",
        "4155552671, mobile_number",
        "020.7946.0958, telephone"
    })
    void phoneNumbersAreFound(String value, String key) {
        assertThat(found(key, value)).containsExactly(DataClass.PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "4155552671, x",
        "(415) 555-2671, x",
        "+1234567, x",
        "+0234567890, x",
        "+12345678901234567, x",
        "+01:00, x",
        "+1415CALLNOW, phone",
        "0000000000, phone",
        "12345, phone",
        "iPhone 15, phone",
        "4155552671, phoneId"
    })
    void otherNumbersAreNoPhoneNumbers(String value, String key) {
        assertThat(found(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, x",
        "10.0.0.1, ip",
        "10.0.0.1, client_ip",
        "2001:db8::8a2e:370:7334, x",
        "fe80::1ff:fe23:4567:890a, address"
    })
    void addressesOfHostsAreFound(String value, String key) {
        assertThat(found(key, value)).containsExactly(DataClass.IP_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, x",
        "10.0.19.2, x",
        "203.0.113.9, firmwareVersion",
        "117.0.5938.62, version",
        "203.0.113.9.1, x",
        "203.0.113, x",
        "aa:bb:cc:dd:ee:ff, mac",
        "12:30:45, at",
        "2026-03-01T10:00:00Z, at",
        "1.3.6.1.4.1.311, oid",
        "note: this, x"
    })
    void versionsTimesAndHardwareAddressesAreNone(String value, String key) {
        assertThat(found(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, Anne-Marie, PERSON_NAME",
        "surname, O'Neill, PERSON_NAME",
        "cardholder_name, BOB J. MILLER, PERSON_NAME",
        "street, Hauptstraße 5, POSTAL_ADDRESS",
        "addressLine1, 12 Main St, POSTAL_ADDRESS",
        "address, '12 Main St, Springfield', POSTAL_ADDRESS",
        "zip, 02134-1000, POSTAL_ADDRESS",
        "postcode, SW1A 1AA, POSTAL_ADDRESS",
        "dob, 1985-04-12, BIRTH_DATE",
        "birthDate, 1985-04-12T00:00:00Z, BIRTH_DATE",
        "date_of_birth, 12.04.1985, BIRTH_DATE",
        "birthday, 4/12/1985, BIRTH_DATE",
        "password, correct horse battery, PASSWORD",
        "newPassword, hunter22, PASSWORD",
        "token, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl, TOKEN",
        "x, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2lnbmF0dXJl, TOKEN",
        "access_token, Zq7Kx9Vw3Lp5Rt8Yb2Nm, TOKEN",
        "x, sk_live_4eC39HqLyjWDarjtT1zdp7dc, API_KEY",
        "apiKey, Zq7Kx9Vw3Lp5Rt8Yb2Nm, API_KEY",
        "x, -----BEGIN RSA PRIVATE KEY-----MIIE, PRIVATE_KEY"
    })
    void whatAKeyPromisesIsFoundIfItIsPlausible(String key, String value, DataClass data) {
        assertThat(found(key, value)).containsExactly(data);
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, u-1001",
        "firstName, https://x",
        "name, Bob Miller",
        "street, https://maps.example/x",
        "address, 0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae",
        "address, orders",
        "zip, archive.zip",
        "zip, true",
        "birthDate, yesterday",
        "birthDate, 0000-00-00",
        "date, 1985-04-12",
        "password, ********",
        "password, [FILTERED]",
        "passwordPolicy, strong",
        "forgotPassword, https://x.example/forgot",
        "access_token, none",
        "pageToken, Zq7Kx9Vw3Lp5Rt8Yb2Nm",
        "x, -----BEGIN CERTIFICATE-----MIIE",
        "x, 8f14e45f-ceea-4e1b-9d2a-0c1f5a1b2c3d",
        "x, 5f2b6c1e9d3a4f0b8c7d6e5f",
        "x, 1299.00",
        "latitude, 52.52"
    })
    void whatIsNotPlausibleStaysQuiet(String key, String value) {
        assertThat(found(key, value)).isEmpty();
    }

    @Test
    void aPlaceNeedsBothItsDegrees() {
        assertThat(body("{\"lat\":52.5163,\"lon\":13.3777}")).containsExactly(DataClass.COORDINATES);
        assertThat(body("{\"coordinates\":[13.3777,52.5163]}")).containsExactly(DataClass.COORDINATES);
        assertThat(body("{\"lat\":52.5163}")).isEmpty();
        assertThat(body("{\"lat\":52,\"long\":13}")).isEmpty();
        assertThat(body("{\"lat\":152.5163,\"lon\":13.3777}")).isEmpty();
    }

    @Test
    void formsAndRequestsAreLookedAtToo() {
        Content form = with("\"http.request.body.content\":\"email=bob%40example.com&pwd=hunter22\"")
                .content();

        assertThat(form.request().found()).containsExactlyInAnyOrder(DataClass.EMAIL, DataClass.PASSWORD);
        assertThat(form.response().found()).isEmpty();
    }

    @Test
    void aClassIsFoundAmongOtherValuesAndAfterEscapes() {
        assertThat(body("{\"a\":[{\"x\":\"1\"},{\"x\":\"say \\\"hi\\\" to bob@example.com\"}]}"))
                .containsExactly(DataClass.EMAIL);
        assertThat(body("{\"x\":\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n\"}")).containsExactly(DataClass.PRIVATE_KEY);
    }

    private static Set<DataClass> found(String key, String value) {
        return body("{" + quote(key) + ":" + quote(value) + "}");
    }

    private static Set<DataClass> body(String json) {
        return with("\"http.response.body.content\":" + quote(json))
                .content()
                .response()
                .found();
    }
}
