// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import dev.apian.simulator.OpenApi.Endpoint;
import dev.apian.simulator.Operation.Kind;
import dev.apian.simulator.Resource.Ownership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Makes a [Model] of an [OpenApi] document, by guessing what its authors mean.
///
/// - Paths that end with a word and lead on to a parameter, or answer an array, are lists. A word after a parameter is
///   a part of a thing, or an action if it is posted. Names in braces become types ([PathNames]).
/// - What nobody has to sign in for is public, or else what is called a product, a category and the like. Paths about
///   administration are of the staff. All else belongs to customers.
/// - [Staffing] shares the work among invented roles.
///
/// Where a document lacks what a thief needs, something is chosen: without integer ids the first thing of customers
/// gets them; without anything public all customers may read what scrapers want; the rest is told in [ModelLoot].
/// Templates are the document's with other names in braces. Signing in is invented: `/auth` below the base path.
final class Described {

    private static final List<String> STAFF_WORDS =
            List.of("admin", "internal", "backoffice", "management", "audit", "staff", "operator", "system");
    private static final List<String> FILE_WORDS = List.of("export", "download", "csv", "pdf", "file", "content");
    private static final List<String> ME = List.of("me", "self", "profile", "whoami", "currentuser");

    private final OpenApi document;
    private final String base;
    private final Set<String> collections = new HashSet<>();
    private final Map<String, Sketch> sketches = new LinkedHashMap<>();
    private String me;
    private String items = "items";
    private boolean itemsKnown;

    private Described(OpenApi document) {
        this.document = document;
        base = document.base();
        me = base + "/auth/me";
    }

    /// @throws IllegalArgumentException if the text is no such document
    static Model model(String text) {
        return new Described(OpenApi.parse(text)).model();
    }

    private Model model() {
        List<Endpoint> endpoints = new ArrayList<>(document.endpoints());
        endpoints.sort(Comparator.comparingInt(endpoint -> endpoint.path().split("/", -1).length));
        for (Endpoint endpoint : endpoints) {
            int brace = endpoint.path().lastIndexOf("/{");
            if (brace > 0 && endpoint.path().endsWith("}")) {
                collections.add(endpoint.path().substring(0, brace));
            }
        }
        endpoints.forEach(this::add);
        Schemas schemas = new Schemas(document, sketches.keySet());
        numberSomething();
        List<Resource> resources = sketches.values().stream()
                .map(sketch -> sketch.resource(schemas))
                .toList();
        Brand brand = Described.brand(document.title(), base + "/auth");
        return Staffing.of(brand, resources, me, items);
    }

    private void add(Endpoint endpoint) {
        PathNames names = PathNames.of(endpoint.path());
        boolean get = endpoint.method().equals("GET");
        if (get && names.types().isEmpty() && ME.contains(names.last().toLowerCase(Locale.ROOT))) {
            me = base + endpoint.path();
            return;
        }
        for (int i = 0; i < names.types().size(); i++) {
            String type = names.types().get(i);
            String parent = i == 0 ? "" : names.types().get(i - 1);
            Sketch sketch = sketches.computeIfAbsent(type, _ -> new Sketch(type, parent));
            Map<String, Object> schema =
                    document.parameter(endpoint, names.parameters().get(i));
            sketch.name(names.parameters().get(i), schema);
        }
        boolean collection = !names.endsWithThing() && isCollection(endpoint);
        String outer = names.types().isEmpty() ? "" : names.types().getLast();
        String type = collection || outer.isEmpty() ? typeIn(endpoint, names) : outer;
        Sketch sketch = sketches.computeIfAbsent(type, _ -> new Sketch(type, outer));
        Kind kind = kind(endpoint, names, collection);
        sketch.add(endpoint, kind, base + names.template(), isOf(STAFF_WORDS, endpoint));
        sketch.learn(document, endpoint, kind);
        if (kind == Kind.LIST && !itemsKnown) {
            itemsKnown = true;
            items = envelope(document.answer(endpoint));
        }
    }

    /// What is listed: named as in the path of a single one, if there is such a path.
    private String typeIn(Endpoint endpoint, PathNames names) {
        String type = PathNames.singular(names.last().isEmpty() ? "root" : names.last());
        if (!collections.contains(endpoint.path())) {
            return type;
        }
        for (Endpoint other : document.endpoints()) {
            String path = other.path();
            if (path.startsWith(endpoint.path() + "/{")
                    && path.indexOf('/', endpoint.path().length() + 1) < 0) {
                return PathNames.of(path).types().getLast();
            }
        }
        return type;
    }

    private boolean isCollection(Endpoint endpoint) {
        return collections.contains(endpoint.path())
                || endpoint.method().equals("GET")
                        && !arrayIn(document.answer(endpoint)).isEmpty();
    }

    private Kind kind(Endpoint endpoint, PathNames names, boolean collection) {
        boolean custom = !names.endsWithThing() && !names.types().isEmpty() && !collection;
        boolean file = document.answersFile(endpoint) || isOf(FILE_WORDS, names.last());
        return switch (endpoint.method()) {
            case "GET" -> {
                if (names.endsWithThing()) {
                    yield Kind.READ;
                }
                if (collection) {
                    yield Kind.LIST;
                }
                yield custom ? file ? Kind.FILE : Kind.PART : file ? Kind.EXPORT : Kind.REPORT;
            }
            case "POST" -> {
                if (names.last().toLowerCase(Locale.ROOT).contains("search")) {
                    yield Kind.REPORT;
                }
                yield names.endsWithThing() ? Kind.CHANGE : custom ? Kind.ACT : Kind.CREATE;
            }
            case "DELETE" -> names.endsWithThing() ? Kind.REMOVE : Kind.CHANGE;
            default -> Kind.CHANGE;
        };
    }

    /// The name of the array in an answer; nothing if the answer is an array.
    private String envelope(Map<String, Object> answer) {
        String found = arrayIn(answer);
        return found.equals(".") ? "" : found.isEmpty() ? "items" : found;
    }

    private String arrayIn(Map<String, Object> answer) {
        if (Schemas.type(answer).equals("array")) {
            return ".";
        }
        Map<String, Object> properties = OpenApi.map(answer.get("properties"));
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            boolean array = Schemas.type(document.schema(property.getValue())).equals("array");
            if (array && properties.size() <= 6) {
                return property.getKey();
            }
        }
        return "";
    }

    /// There has to be something that can be counted through.
    private void numberSomething() {
        List<Sketch> readable = sketches.values().stream()
                .filter(sketch -> sketch.has(Kind.READ) && sketch.ownership() == Ownership.COMPANY)
                .toList();
        if (!readable.isEmpty() && readable.stream().noneMatch(Sketch::isNumbered)) {
            readable.getFirst().number();
        }
    }

    private static boolean isOf(List<String> words, Endpoint endpoint) {
        return isOf(words, endpoint.path())
                || OpenApi.list(endpoint.operation().get("tags")).stream()
                        .anyMatch(tag -> isOf(words, OpenApi.text(tag)));
    }

    private static boolean isOf(List<String> words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    private static Brand brand(String title, String auth) {
        StringBuilder name = new StringBuilder();
        for (String word : title.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty() && name.length() < 24) {
                name.append(name.isEmpty() ? "" : " ").append(word);
            }
        }
        String company = name.isEmpty() ? "Example" : name.toString();
        String slug = Names.slug(company);
        return new Brand(company, slug + ".example", slug.substring(0, Math.min(2, slug.length())), auth);
    }
}
