// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads access logs that are JSON: nginx under its variables' names, and Caddy, Traefik and Envoy under
/// theirs.
public final class NginxJsonReader implements CallReader {

    private static final FieldNames NAMES = names();

    private final JsonReader reader;

    public NginxJsonReader(ReaderSettings settings) {
        reader = new JsonReader(NAMES, settings);
    }

    @Override
    public Outcome read(byte[] bytes, int from, int to) {
        return reader.read(bytes, from, to);
    }

    private static FieldNames names() {
        Map<String, Fact> names = new LinkedHashMap<>();
        put(names, Fact.TIMESTAMP, "time_iso8601", "timestamp", "@timestamp", "start_time", "StartUTC");
        put(names, Fact.AT_TIMESTAMP, "msec", "ts", "time_msec");
        put(names, Fact.TIME, "time_local", "time", "date", "datetime");
        put(names, Fact.REQUEST_LINE, "request", "request_line");
        put(names, Fact.METHOD, "request_method", "method", "verb", "http_method", "request.method", "RequestMethod");
        put(names, Fact.PATH, "request_uri", "uri", "path", "url", "request_path", "request.uri", "RequestPath");
        put(names, Fact.QUERY, "args", "query_string", "query");
        put(names, Fact.STATUS, "status", "status_code", "response_code", "http_status", "DownstreamStatus");
        put(names, Fact.EVENT_ID, "request_id", "req_id");
        put(names, Fact.HOST, "host", "http_host", "server_name", "vhost", "authority", "request.host", "RequestHost");
        put(
                names,
                Fact.CLIENT_ADDRESS,
                "remote_addr",
                "client_ip",
                "remote_ip",
                "client",
                "ip",
                "remote_address",
                "clientip",
                "request.client_ip",
                "request.remote_ip",
                "ClientHost",
                "downstream_remote_address");
        put(names, Fact.PEER_ADDRESS, "realip_remote_addr");
        put(names, Fact.FORWARDED_FOR, "http_x_forwarded_for", "x_forwarded_for", "xff", "forwarded_for");
        put(names, Fact.USER_AGENT, "http_user_agent", "user_agent", "agent", "useragent", "request_User-Agent");
        put(
                names,
                Fact.RESPONSE_SIZE,
                "body_bytes_sent",
                "bytes_sent",
                "bytes",
                "size",
                "response_size",
                "DownstreamContentSize");
        put(names, Fact.REQUEST_SIZE, "content_length", "request_length", "bytes_received", "bytes_read");
        put(names, Fact.SECONDS, "request_time", "request_duration", "response_time");
        put(names, Fact.MILLIS, "duration_ms", "request_time_ms");
        put(names, Fact.NANOS, "OriginDuration");
        put(names, Fact.DURATION, "duration");
        put(names, Fact.REMOTE_USER, "remote_user", "user", "ClientUsername");
        put(names, Fact.USER_ID, "user_id");
        put(names, Fact.TLS_SUBJECT, "ssl_client_s_dn");
        put(names, Fact.COUNTRY, "geoip_country_code", "geoip2_country_code", "country_code", "http_cf_ipcountry");
        put(names, Fact.AUTHORIZATION, "http_authorization", "authorization");
        put(names, Fact.COOKIE, "http_cookie", "cookie");
        put(names, Fact.SET_COOKIE, "sent_http_set_cookie", "upstream_http_set_cookie", "resp_headers.Set-Cookie");
        put(names, Fact.API_KEY, "http_x_api_key", "http_apikey", "http_api_key", "x_api_key");
        put(names, Fact.SOAP_ACTION, "http_soapaction");
        put(names, Fact.CONTENT_TYPE, "http_content_type", "content_type");
        put(names, Fact.REQUEST_BODY, "request_body");
        put(names, Fact.RESPONSE_BODY, "response_body", "resp_body");
        put(names, Fact.ROUTE, "route");
        HeaderNames.REQUEST.forEach((header, fact) -> names.put("request.headers." + header, fact));
        return FieldNames.of(names, "request.headers");
    }

    private static void put(Map<String, Fact> names, Fact fact, String... all) {
        for (String name : all) {
            names.put(name, fact);
        }
    }
}
