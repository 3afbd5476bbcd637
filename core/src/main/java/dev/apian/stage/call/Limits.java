// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// How much of one record is read. A record over the first two is rejected; beyond the others the rest is
/// left out, since a client must not be able to hide its call by making it large.
///
/// @param recordBytes longest record
/// @param nesting     deepest nesting of a record, and of a body as far as it is read
/// @param fields      most id-like values kept of one call, at most [Call#FIELDS_MAX]
/// @param headers     most credential-bearing header values read
/// @param cookies     most cookies read in one header value
/// @param facets      most facets kept, presented and granted each
/// @param roles       most roles kept
public record Limits(int recordBytes, int nesting, int fields, int headers, int cookies, int facets, int roles) {

    public static final int RECORD_BYTES_MAX = 4 << 20;
    public static final int NESTING_MAX = 64;
    public static final int HEADERS_MAX = 64;
    public static final int COOKIES_MAX = 64;
    public static final int FACETS_MAX = 32;
    public static final int ROLES_MAX = 64;

    public static final Limits DEFAULT =
            new Limits(RECORD_BYTES_MAX, NESTING_MAX, Call.FIELDS_MAX, HEADERS_MAX, COOKIES_MAX, FACETS_MAX, ROLES_MAX);

    public Limits {
        check("recordBytes", recordBytes, 1 << 28);
        check("nesting", nesting, NESTING_MAX);
        check("fields", fields, Call.FIELDS_MAX);
        check("headers", headers, 1 << 16);
        check("cookies", cookies, 1 << 16);
        check("facets", facets, 1 << 16);
        check("roles", roles, 1 << 16);
    }

    public Limits withRecordBytes(int bytes) {
        return new Limits(bytes, nesting, fields, headers, cookies, facets, roles);
    }

    private static void check(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("limit " + name + "=" + value + ", expected 1 to " + max);
        }
    }
}
