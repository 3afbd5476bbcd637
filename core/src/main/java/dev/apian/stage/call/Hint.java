// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a key or parameter promises of its value, beside a [Meaning].
enum Hint {
    NONE(null),
    /// The value may choose what is done: `action=list`.
    CHOICE(null),
    /// Four numbers with dots between them are no address.
    VERSION(null),
    PHONE(DataClass.PHONE),
    PERSON_NAME(DataClass.PERSON_NAME),
    STREET(DataClass.POSTAL_ADDRESS),
    /// A street, or something else that has an address.
    ADDRESS(DataClass.POSTAL_ADDRESS),
    POSTAL_CODE(DataClass.POSTAL_ADDRESS),
    BIRTH_DATE(DataClass.BIRTH_DATE),
    LATITUDE(DataClass.COORDINATES),
    LONGITUDE(DataClass.COORDINATES),
    /// Both in a row, as in GeoJSON.
    COORDINATES(DataClass.COORDINATES),
    NATIONAL_ID(DataClass.NATIONAL_ID),
    CARD(DataClass.CARD_NUMBER),
    ADDRESS_OF_HOST(DataClass.IP_ADDRESS),
    PASSWORD(DataClass.PASSWORD);

    /// The class that is promised as a bit, 0 if none is.
    final int promised;

    @SuppressWarnings("EnumOrdinal") // as in Found
    Hint(@Nullable DataClass promised) {
        this.promised = promised == null ? 0 : 1 << promised.ordinal();
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// Names without anything between their words, by what they promise.
    private static final Map<String, Hint> NAMES = names(Map.ofEntries(
            Map.entry(CHOICE, """
                    action cmd command op operation method function func do mode act event task request
                    service api route page view type"""),
            Map.entry(PHONE, "tel msisdn handy telefon telefono whatsapp cellnumber faxnumber"),
            Map.entry(PERSON_NAME, """
                    firstname lastname middlename fullname givenname familyname maidenname surname forename
                    vorname nachname prenom apellido apellidos cardholder cardholdername accountholder
                    personname customername patientname contactname recipientname holdername passengername
                    guestname employeename legalname nameoncard"""),
            Map.entry(STREET, """
                    street streetname streetaddress street1 street2 addressline addressline1 addressline2
                    address1 address2 strasse houseaddress homeaddress"""),
            Map.entry(ADDRESS, "address postaladdress billingaddress shippingaddress adresse"),
            Map.entry(POSTAL_CODE, "zip zipcode postalcode postcode plz cep codepostal"),
            Map.entry(BIRTH_DATE, "dob birthdate dateofbirth birthday birthdt geburtsdatum born bornon"),
            Map.entry(LATITUDE, "lat latitude geolat gpslat"),
            Map.entry(LONGITUDE, "lon lng long longitude geolon geolng gpslon gpslng"),
            Map.entry(COORDINATES, "coordinates latlng latlon lnglat lonlat geolocation"),
            Map.entry(NATIONAL_ID, """
                    ssn ssnumber socialsecurity socialsecuritynumber socialsecurityno tin taxid taxidnumber
                    taxnumber taxpayerid steuerid steueridnr idnr cpf pesel bsn burgerservicenummer
                    personnummer personnumber personalnumber personalidentitynumber aadhaar aadhar
                    aadhaarnumber nationalid nationalidnumber nationalnumber nino nin nationalinsurancenumber
                    dni nie nif nir insee codicefiscale fiscalcode idcard idcardnumber identitynumber
                    identitycardnumber"""),
            Map.entry(CARD, """
                    card cardnumber cardno creditcard creditcardnumber debitcard debitcardnumber paymentcard
                    ccnumber ccnum pan primaryaccountnumber"""),
            Map.entry(ADDRESS_OF_HOST, """
                    ip ipaddress ipaddr ipv4 ipv6 clientip remoteip sourceip userip lastip loginip remoteaddr
                    remoteaddress clientaddress"""),
            Map.entry(PASSWORD, "password passwd pwd passphrase passcode passwort pswd pass userpass")));

    private static final Set<String> PHONES =
            Set.of("phone", "mobile", "telephone", "fax", "cell", "cellphone", "phonenumber", "mobilenumber");
    private static final Set<String> NUMBERS = Set.of("number", "no", "num", "nr");
    private static final Set<String> VERSIONS = Set.of("version", "versions", "build", "release", "firmware", "oid");

    private static Map<String, Hint> names(Map<Hint, String> lists) {
        Map<String, Hint> names = new HashMap<>();
        lists.forEach((hint, list) -> BLANKS.splitAsStream(list).forEach(name -> names.put(name, hint)));
        return Map.copyOf(names);
    }

    /// @param words  the words of a name in lower case
    /// @param joined the same without anything between them
    static Hint of(List<String> words, String joined) {
        Hint known = NAMES.get(joined);
        if (known != null) {
            return known;
        }
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (PHONES.contains(last) || (NUMBERS.contains(last) && PHONES.contains(before))) {
            return PHONE;
        }
        if (last.equals("ip") || (before.equals("ip") && last.equals("address"))) {
            return ADDRESS_OF_HOST;
        }
        if (last.equals("password") || last.equals("passwd") || last.equals("passphrase")) {
            return PASSWORD;
        }
        if (last.equals("name") && (before.equals("first") || before.equals("last") || before.equals("full"))) {
            return PERSON_NAME;
        }
        return VERSIONS.stream().anyMatch(words::contains) ? VERSION : NONE;
    }
}
