// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an entry of an archive says in lists of names and values: its headers, and its answer's body, whose packing
/// stands beside it.
final class HarEntry implements JsonWalk.Visitor<HarEntry.Spot> {

    /// Where in an entry.
    enum Spot {
        TOP,
        REQUEST,
        URL,
        REQUEST_HEADERS,
        REQUEST_NAME,
        REQUEST_VALUE,
        RESPONSE,
        RESPONSE_HEADERS,
        RESPONSE_NAME,
        RESPONSE_VALUE,
        CONTENT,
        ENCODING,
        BODY,
        OTHER
    }

    /// A longer name is none of those that are read.
    private static final int NAME_BYTES_MAX = 64;

    private @Nullable Draft draft;
    private String name = "";
    private int valueFrom = -1;
    private int valueTo;
    private boolean valueEscaped;
    private int bodyFrom = -1;
    private int bodyTo;
    private boolean bodyEscaped;
    private boolean packed;
    private boolean http;

    /// Adds what it says to the draft, whose bytes it stands in.
    void readInto(Draft into) {
        draft = into;
        JsonWalk.over(new Text(into.bytes, into.from, into.to), Spot.TOP, this);
        if (bodyFrom >= 0 && !packed) {
            into.put(Fact.RESPONSE_BODY, bodyFrom, bodyTo, bodyEscaped ? Draft.ESCAPED : Draft.PLAIN);
        }
    }

    /// Whether the request went over HTTP, rather than being `data:` or a page of the browser's own.
    boolean isHttp() {
        return http;
    }

    @Override
    public Spot key(Spot owner, byte[] bytes, int from, int to) {
        Text key = new Text(bytes, from, to);
        return switch (owner) {
            case TOP -> key.is("request") ? Spot.REQUEST : key.is("response") ? Spot.RESPONSE : Spot.OTHER;
            case REQUEST -> key.is("headers") ? Spot.REQUEST_HEADERS : key.is("url") ? Spot.URL : Spot.OTHER;
            case RESPONSE -> key.is("headers") ? Spot.RESPONSE_HEADERS : key.is("content") ? Spot.CONTENT : Spot.OTHER;
            case CONTENT -> key.is("encoding") ? Spot.ENCODING : key.is("text") ? Spot.BODY : Spot.OTHER;
            case REQUEST_HEADERS -> pair(key, Spot.REQUEST_NAME, Spot.REQUEST_VALUE);
            case RESPONSE_HEADERS -> pair(key, Spot.RESPONSE_NAME, Spot.RESPONSE_VALUE);
            case URL, REQUEST_NAME, REQUEST_VALUE, RESPONSE_NAME, RESPONSE_VALUE, ENCODING, BODY, OTHER -> Spot.OTHER;
        };
    }

    private static Spot pair(Text key, Spot ofName, Spot ofValue) {
        return key.is("name") ? ofName : key.is("value") ? ofValue : Spot.OTHER;
    }

    @Override
    public Spot inside(Spot key, boolean isArray) {
        name = "";
        valueFrom = -1;
        return key;
    }

    @Override
    public boolean meets(Spot key, Body.Type type, byte[] bytes, int from, int to, boolean escaped) {
        if (type != Body.Type.STRING) {
            return false;
        }
        Text value = new Text(bytes, from, to);
        switch (key) {
            case URL -> http |= value.startsWith("http:") || value.startsWith("https:");
            case ENCODING -> packed |= value.is("base64");
            case BODY -> {
                bodyFrom = from;
                bodyTo = to;
                bodyEscaped = escaped;
            }
            case REQUEST_NAME, RESPONSE_NAME -> {
                name = to - from > NAME_BYTES_MAX ? "" : value.string().toLowerCase(Locale.ROOT);
                putHeader(key == Spot.REQUEST_NAME);
            }
            case REQUEST_VALUE, RESPONSE_VALUE -> {
                valueFrom = from;
                valueTo = to;
                valueEscaped = escaped;
                putHeader(key == Spot.REQUEST_VALUE);
            }
            case TOP, REQUEST, REQUEST_HEADERS, RESPONSE, RESPONSE_HEADERS, CONTENT, OTHER -> {}
        }
        return false;
    }

    @Override
    public void scalar(Spot key, Spot owner, Text value, boolean quoted) {
        throw new IllegalStateException("no scalar is asked for");
    }

    /// Whichever of name and value comes second.
    private void putHeader(boolean ofRequest) {
        Draft into = draft;
        if (into == null || name.isEmpty() || valueFrom < 0) {
            return;
        }
        Fact fact = ofRequest ? requestFact() : name.equals("set-cookie") ? Fact.SET_COOKIE : null;
        if (fact != null) {
            into.put(fact, valueFrom, valueTo, valueEscaped ? Draft.ESCAPED : Draft.PLAIN);
        }
        name = "";
    }

    private @Nullable Fact requestFact() {
        Fact listed = HeaderNames.REQUEST.get(name);
        if (listed != null) {
            return listed;
        }
        Text text = Text.of(name);
        return HeaderNames.isApiKey(text) ? Fact.API_KEY : HeaderNames.isToken(text) ? Fact.ACCESS_TOKEN : null;
    }
}
