// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.entity.TypeLearner;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// What stage 4 knows beyond single credentials: types of entities, issuers, answers that name the caller, whose
/// entities are, which networks are one place, and what people said. There is one for each runner, and it belongs to
/// the thread that resolves calls in event order; so it may change call by call (docs/decisions/0013).
public final class IdentityMemory implements State {

    final TypeLearner types = new TypeLearner();
    final Issuers issuers = new Issuers();
    final Selves selves = new Selves();
    final Owners owners = new Owners();
    final Egress egress = new Egress();
    final Spent spent = new Spent();
    final Anchors anchors = new Anchors(issuers);
    private Rulings rulings = Rulings.NONE;

    /// What people say holds from the next call on. Not kept in checkpoints: the runner tells it anew.
    public void rule(List<Ruling> said) {
        rulings = said.isEmpty() ? Rulings.NONE : new Rulings(said);
    }

    Rulings rulings() {
        return rulings;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        types.save(out);
        issuers.save(out);
        selves.save(out);
        owners.save(out);
        egress.save(out);
        spent.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        types.load(in);
        issuers.load(in);
        selves.load(in);
        owners.load(in);
        egress.load(in);
        spent.load(in);
    }
}
