// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.List;
import java.util.Map;

/// Makes names the values of a variable, with all that lies below them, or a value a name again.
final class Merge {

    private final PathTree tree;
    private final Register register;

    Merge(PathTree tree, Register register) {
        this.tree = tree;
        this.register = register;
    }

    void intoVariable(Place above, List<String> values) {
        Place variable = above.variable(Piece.plain(""));
        for (String value : values) {
            Place name = above.names.remove(value);
            if (name != null) {
                variable.value(value).add(name.use);
                absorb(variable, name);
            }
        }
        tree.touch(variable);
    }

    private void absorb(Place into, Place from) {
        into.use.add(from.use);
        register.move(from, into);
        for (Place name : from.names.values()) {
            if (!into.names.containsKey(name.text)) {
                into.fresh++;
            }
            absorb(into.name(name.text), name);
        }
        for (Place variable : from.variables.values()) {
            Place same = variable.form == null ? null : into.variable(variable.form);
            if (same != null) {
                same.open |= variable.open;
                same.because = variable.open ? variable.because : same.because;
                same.odds = Math.max(same.odds, variable.odds);
                for (Map.Entry<String, Use> value : variable.values.entrySet()) {
                    same.value(value.getKey()).add(value.getValue());
                }
                absorb(same, variable);
            }
        }
        if (into.names.size() > 1 || !into.names.isEmpty() && !into.variables.isEmpty()) {
            tree.touch(into);
        }
    }

    /// The endpoints that end at the variable become those of the name too: those with which the value was called.
    void outOfVariable(Place above, Place variable, String value) {
        Use use = variable.values.remove(value);
        if (use == null) {
            return;
        }
        Place name = above.name(value);
        name.use.add(use);
        name.proven = true;
        String host = PathTree.hostOf(name);
        long place = PathTree.hashOf(name);
        Map.copyOf(variable.ends).forEach((key, id) -> {
            long structure = PathTree.structureOf(key);
            boolean called = use.tokens().stream().anyMatch(token -> token.end() && token.structure() == structure);
            Known from = register.find(id);
            if (called && from != null) {
                String method = from.endpoint().method();
                String operation = key.substring(method.length());
                Shape shape = PathTree.shapeOf(name, operation);
                register.splitOff(
                        Templates.endpointOf(Shape.id(method, place, operation), method, host, shape), name, id);
            }
        });
    }
}
