// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// What a record can say about a call, whatever the format calls it.
@SuppressWarnings("EnumOrdinal") // many-valued facts come last
enum Fact {
    TIMESTAMP,
    AT_TIMESTAMP,
    TIME,
    METHOD,
    PATH,
    FULL_URL,
    QUERY,
    /// Method, target and protocol in one: `GET /a?b=c HTTP/1.1`.
    REQUEST_LINE,
    STATUS,
    EVENT_ID,
    HOST,
    HOST_HEADER,
    /// The service that answered, for want of a host.
    SERVICE,
    CLIENT_ADDRESS,
    PEER_ADDRESS,
    USER_AGENT,
    USER_AGENT_HEADER,
    REQUEST_BODY,
    RESPONSE_BODY,
    REQUEST_SIZE,
    RESPONSE_SIZE,
    SECONDS,
    MILLIS,
    MICROS,
    NANOS,
    /// A duration whose unit is not told.
    DURATION,
    ROUTE,
    USER_ID,
    SESSION_ID,
    CLIENT_ID,
    ORGANIZATION,
    TLS_SUBJECT,
    /// The name that HTTP Basic gave, as web servers log it.
    REMOTE_USER,
    COUNTRY,
    COUNTRY_HEADER,
    LATITUDE,
    LONGITUDE,
    /// `lat,lon` in one string.
    LOCATION,
    AS_NUMBER,
    AS_NAME,
    SOAP_ACTION,
    CONTENT_TYPE,
    ROLES,
    FORWARDED_FOR,
    AUTHORIZATION,
    COOKIE,
    SET_COOKIE,
    /// A header that is an API key by its name.
    API_KEY,
    /// A header that is an access token by its name.
    ACCESS_TOKEN;

    static final Fact[] ALL = values();

    /// Whether a record may hold several values of it.
    boolean isMany() {
        return ordinal() >= ROLES.ordinal();
    }

    /// Whether the value is what a client sent, however deep, so that a record is not rejected over it.
    boolean isBody() {
        return this == REQUEST_BODY || this == RESPONSE_BODY;
    }
}
