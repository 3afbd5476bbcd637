// SPDX-License-Identifier: Apache-2.0
package dev.apian.testing;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Body;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Field;
import dev.apian.stage.call.Field.Place;
import dev.apian.stage.call.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A call for tests, ordinary in all that the test does not say.
public record SomeCall(
        String method,
        String path,
        @Nullable String route,
        int status,
        long micros,
        Origin origin,
        String device,
        List<String> roles,
        List<Facet> presented,
        List<Facet> granted,
        List<Field> fields,
        Content content) {

    /// Monday 2026-03-02 10:00 UTC, inside windows of every scale.
    public static final long START = 1_772_445_600_000_000L;

    public static SomeCall of(String method, String path) {
        return new SomeCall(
                method,
                path,
                null,
                200,
                START,
                new Origin("192.0.2.7"),
                "Firefox on Windows",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Content.NONE);
    }

    public static SomeCall get(String path) {
        return of("GET", path);
    }

    public static SomeCall post(String path) {
        return of("POST", path);
    }

    public SomeCall after(Duration since) {
        return at(START + since.toMillis() * 1_000);
    }

    public SomeCall at(long when) {
        return new SomeCall(method, path, route, status, when, origin, device, roles, presented, granted, fields, content);
    }

    public SomeCall answered(int code) {
        return new SomeCall(method, path, route, code, micros, origin, device, roles, presented, granted, fields, content);
    }

    public SomeCall routedAs(String template) {
        return new SomeCall(method, path, template, status, micros, origin, device, roles, presented, granted, fields, content);
    }

    public SomeCall from(String ip, String client) {
        return new SomeCall(
                method, path, route, status, micros, new Origin(ip), client, roles, presented, granted, fields, content);
    }

    public SomeCall inCountry(String country) {
        Origin there = new Origin(origin.ip(), country, Double.NaN, Double.NaN, 0, 0, "");
        return new SomeCall(method, path, route, status, micros, there, device, roles, presented, granted, fields, content);
    }

    public SomeCall withRoles(String... names) {
        return new SomeCall(
                method, path, route, status, micros, origin, device, List.of(names), presented, granted, fields, content);
    }

    /// Presents a facet; the list stays in the order of kinds, as the reader gives it.
    public SomeCall with(Facet.Kind kind, String value) {
        List<Facet> more = new ArrayList<>(presented);
        more.add(new Facet(kind, value));
        more.sort((a, b) -> a.kind().compareTo(b.kind()));
        return new SomeCall(method, path, route, status, micros, origin, device, roles, more, granted, fields, content);
    }

    public SomeCall grants(Facet.Kind kind, String value) {
        List<Facet> more = new ArrayList<>(granted);
        more.add(new Facet(kind, value));
        more.sort((a, b) -> a.kind().compareTo(b.kind()));
        return new SomeCall(method, path, route, status, micros, origin, device, roles, presented, more, fields, content);
    }

    public SomeCall shows(String owner, String name, String value) {
        return field(Place.RESPONSE_BODY, owner, name, value);
    }

    public SomeCall sends(String owner, String name, String value) {
        return field(Place.REQUEST_BODY, owner, name, value);
    }

    /// A response of this form.
    public SomeCall shaped(String form) {
        Body response = new Body(Hash.of(form), List.of(new Body.Key(form, Body.Type.STRING)), Set.of());
        return having(new Content(
                content.request(),
                response,
                content.operation(),
                content.parameters(),
                content.choices(),
                content.echoes()));
    }

    /// A part of the path, counted from 0, comes back in the response.
    public SomeCall echoes(int segment, String key) {
        return having(new Content(
                content.request(),
                content.response(),
                content.operation(),
                content.parameters(),
                content.choices(),
                List.of(new Content.Echo(segment, key))));
    }

    public SomeCall having(Content other) {
        return new SomeCall(method, path, route, status, micros, origin, device, roles, presented, granted, fields, other);
    }

    public SomeCall asks(String name, String value) {
        return field(Place.QUERY, "", name, value);
    }

    private SomeCall field(Place place, String owner, String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(place, owner, name, value));
        return new SomeCall(method, path, route, status, micros, origin, device, roles, presented, granted, more, content);
    }

    /// The id tells calls apart by time and what they show, as the reader's does.
    public Call call() {
        return new Call(
                "c-" + micros + method + path + presented.hashCode(),
                micros,
                method,
                "shop.example",
                path,
                route,
                status,
                origin,
                "",
                device,
                null,
                roles,
                presented,
                granted,
                fields,
                content,
                true,
                -1,
                -1,
                -1);
    }
}
