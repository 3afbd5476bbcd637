// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the API of a business that is described by a [Model] answers. Like many real ones, it checks that the caller
/// is signed in, not whose things are asked for.
final class ModelApi {

    static final int PAGE = 8;

    private static final int SUMMARY_FIELDS = 4;
    private static final int ENVELOPE = "{\"x\":".length();

    private final Model model;
    private final Ledger ledger;

    ModelApi(Model model, Ledger ledger) {
        this.model = model;
        this.ledger = ledger;
    }

    /// A page of a list.
    ///
    /// @param within the thing that the path names, or nothing
    /// @param asker whose list it is, nothing for the staff
    Exchange list(
            Operation operation,
            List<Thing> page,
            @Nullable Thing within,
            @Nullable Company asker,
            String query,
            long at) {
        boolean bare = model.items().isEmpty();
        Json out = Json.object().array(bare ? "x" : model.items());
        for (Thing thing : page) {
            describe(out.element(), thing, SUMMARY_FIELDS, at).endElement();
        }
        out.endArray();
        String text = bare ? out.end() : out.field("count", page.size()).end();
        return to(operation, within, asker)
                .query(query)
                .answering(200, bare ? text.substring(ENVELOPE, text.length() - 1) : text)
                .taking(operation.millis());
    }

    /// Any endpoint other than a list, asked about this thing.
    Exchange ask(Operation operation, Thing thing, Chance chance, long at) {
        if (thing.isGone() && operation.kind().isOfOne()) {
            return refused(operation, thing, 404);
        }
        return switch (operation.kind()) {
            case LIST, SEARCH -> list(operation, List.of(thing), thing, thing.owner(), "", at);
            case READ -> answered(operation, thing, 200, document(thing, at));
            case PART -> answered(operation, thing, 200, part(operation, thing, chance));
            case FILE -> answered(operation, thing, 200, "").sized(chance.between(60_000, 400_000));
            case EXPORT -> answered(operation, thing, 200, "").sized(chance.between(2_000_000, 6_000_000));
            case REPORT -> answered(operation, thing, 200, report(thing, chance));
            case CREATE -> answered(operation, thing, 201, document(thing, at)).asking(wanted(thing));
            case CHANGE -> answered(operation, thing, 200, document(thing, at)).asking(wanted(thing));
            case REMOVE -> {
                thing.become(operation.outcome());
                yield answered(operation, thing, 204, "");
            }
            case ACT -> act(operation, thing, chance, at);
        };
    }

    private Exchange act(Operation operation, Thing thing, Chance chance, long at) {
        String asked = Json.object()
                .field("reason", chance.happens(0.5) ? "checked" : "requested")
                .end();
        if (!thing.isOpen(at)) {
            return to(operation, thing, thing.owner())
                    .asking(asked)
                    .refusing(409)
                    .taking(operation.millis());
        }
        thing.become(operation.outcome());
        return answered(operation, thing, 200, document(thing, at)).asking(asked);
    }

    /// An endpoint that is about no thing that there is.
    Exchange ask(Operation operation, @Nullable Company asker, Chance chance) {
        Exchange exchange = to(operation, null, asker).taking(operation.millis());
        return operation.kind() == Operation.Kind.EXPORT || operation.kind() == Operation.Kind.FILE
                ? exchange.query("format=csv").sized(chance.between(2_000_000, 6_000_000))
                : exchange.answering(200, report(null, chance));
    }

    /// Refused, whatever it is about.
    Exchange refused(Operation operation, @Nullable Thing thing, int status) {
        return to(operation, thing, thing == null ? null : thing.owner())
                .refusing(status)
                .taking(9);
    }

    /// An id that is of nothing.
    Exchange missing(Operation operation, @Nullable Thing near, String id) {
        Object[] ids = ids(operation, near, near == null ? null : near.owner());
        if (ids.length > 0) {
            ids[ids.length - 1] = id;
        }
        return Exchange.of(operation.method(), operation.template(), ids)
                .refusing(404)
                .taking(12);
    }

    private Exchange answered(Operation operation, Thing thing, int status, String body) {
        return to(operation, thing, thing.owner()).answering(status, body).taking(operation.millis());
    }

    private Exchange to(Operation operation, @Nullable Thing thing, @Nullable Company company) {
        return Exchange.of(operation.method(), operation.template(), ids(operation, thing, company));
    }

    private Object[] ids(Operation operation, @Nullable Thing thing, @Nullable Company company) {
        List<String> names = operation.names();
        Object[] ids = new Object[names.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = ledger.idOf(names.get(i), thing, company);
        }
        return ids;
    }

    private String document(Thing thing, long at) {
        return describe(Json.object(), thing, Integer.MAX_VALUE, at).end();
    }

    private Json describe(Json out, Thing thing, int fieldsMax, long at) {
        Resource resource = thing.resource();
        if (resource.ids().areNumbers()) {
            out.field(resource.idField(), thing.number());
        } else {
            out.field(resource.idField(), thing.id());
        }
        if (!resource.states().isEmpty()) {
            out.field("status", thing.state(at));
        }
        return write(out, thing, fieldsMax);
    }

    /// What is asked for when such a thing is made.
    private String wanted(Thing thing) {
        return write(Json.object(), thing, Integer.MAX_VALUE).end();
    }

    private Json write(Json out, Thing thing, int fieldsMax) {
        List<Field> fields = thing.resource().fields();
        Chance draws = Chance.of(thing.number(), fields.size());
        for (int i = 0; i < fields.size() && i < fieldsMax; i++) {
            fields.get(i).write(out, thing, ledger, draws);
        }
        return out;
    }

    private static String part(Operation operation, Thing thing, Chance chance) {
        String template = operation.template();
        return Json.object()
                .field("of", thing.id())
                .objectField(template.substring(template.lastIndexOf('/') + 1))
                .field("value", chance.below(10_000))
                .field("current", chance.happens(0.8))
                .endElement()
                .end();
    }

    private static String report(@Nullable Thing thing, Chance chance) {
        Json out = Json.object().array("rows");
        for (int i = chance.between(1, 5); i > 0; i--) {
            out.element()
                    .field("row", i)
                    .money("amount", chance.below(9_000_000))
                    .endElement();
        }
        return out.endArray()
                .field("complete", thing == null || chance.happens(0.9))
                .end();
    }
}
