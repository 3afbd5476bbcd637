// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.SeenSet;
import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The entities that one actor met, and how it came to know them. Explains each access by the first that holds:
/// created, shown, used, its tenant's, part of something explained, public. What nothing explains was guessed, or
/// learned of elsewhere. After explanation-based auditing (Fabbri & LeFevre, VLDB 2011).
final class Encounters implements State {

    /// Entities in one of the two generations of what an actor was shown or used.
    static final int ENTITIES_MAX = 4_096;

    private static final int USED = 0;
    private static final int SHOWN = 1;
    private static final int CREATED = 2;

    /// Asked for and refused: asking again is nothing new, being served for the first time is.
    private static final int TRIED = 3;

    private static final Provenance[] WHY = {Provenance.USED, Provenance.SHOWN, Provenance.CREATED, Provenance.USED};

    private final SeenSet entities = new SeenSet(ENTITIES_MAX);

    /// Entities of the latest call that the actor used for the first time.
    private int newly;

    /// Explains each access, then remembers what was used, created and shown. Only the first touch of an
    /// entity teaches: whoever opens one thing a hundred times was shown it once.
    ///
    /// @param told  how each access was explained when the call was judged before; null for a call that never was
    /// @param known the actor is known long enough to teach what is usual
    List<Provenance> take(
            Identified identified,
            @Nullable List<Provenance> told,
            long groupKey,
            boolean known,
            Consumer<? super Lesson> lessons) {
        Call call = identified.call();
        List<EntityRef> touched = identified.touched();
        boolean teaches = known
                && call.responseSeen()
                && call.succeeded()
                && !identified.endpoint().is(Label.LOGIN);
        Provenance[] provenance = new Provenance[touched.size()];
        newly = 0;
        for (int i = touched.size() - 1; i >= 0; i--) {
            EntityRef entity = touched.get(i);
            int code = entities.codeOf(entity.key());
            boolean met = code >= 0 && !(code == TRIED && call.succeeded());
            boolean madeNow = told == null
                    ? entity.equals(identified.touching().created())
                    : !met && told.get(i) == Provenance.CREATED;
            if (told == null) {
                provenance[i] = met ? WHY[code] : madeNow ? Provenance.CREATED : otherwise(identified, i, provenance);
            } else {
                provenance[i] = told.get(i);
            }
            boolean firstTouch = !met || code == SHOWN || code == CREATED;
            newly += firstTouch ? 1 : 0;
            if (teaches && firstTouch && !madeNow) {
                teach(identified, provenance[i], groupKey, lessons);
            }
            int now = call.succeeded() ? USED : met ? code : TRIED;
            entities.put(entity.key(), !met && madeNow ? CREATED : now);
        }
        if (call.succeeded()) {
            for (EntityRef entity : identified.shown()) {
                remember(entity.key());
            }
        }
        return List.of(provenance);
    }

    /// So many entities of the call taken last were used for the first time.
    int newly() {
        return newly;
    }

    /// What explains an entity that the actor itself never met. What is another tenant's is not explained by standing
    /// below something of one's own in a path: that is how such holes are used.
    private static Provenance otherwise(Identified identified, int touched, Provenance[] soFar) {
        return switch (identified.whose(touched)) {
            case OWN, TENANT -> Provenance.TENANT;
            case PUBLIC -> Provenance.PUBLIC;
            case OTHER, SHARED -> Provenance.UNEXPLAINED;
            case UNKNOWN -> isPart(identified, touched, soFar) ? Provenance.PARENT : Provenance.UNEXPLAINED;
        };
    }

    /// Whether the entity that comes before this one in the path is explained. Outer ones come later in the list.
    private static boolean isPart(Identified identified, int touched, Provenance[] soFar) {
        int outer = touched + 1;
        return outer < soFar.length
                && identified.touching().isInPath(identified.touched().get(touched))
                && identified.touching().isInPath(identified.touched().get(outer))
                && soFar[outer] != Provenance.UNEXPLAINED
                && soFar[outer] != Provenance.PUBLIC;
    }

    private static void teach(Identified identified, Provenance why, long groupKey, Consumer<? super Lesson> lessons) {
        boolean explained = why != Provenance.UNEXPLAINED;
        lessons.accept(new Lesson.Access(groupKey, identified.endpoint().id(), explained, identified.micros()));
    }

    /// What was shown is known from now on, and how it came to be known before stays.
    private void remember(long key) {
        int code = entities.codeOf(key);
        if (code == TRIED) {
            entities.put(key, SHOWN);
        } else {
            entities.add(key, code < 0 ? SHOWN : code);
        }
    }

    /// What two actors met, now that they are one.
    void addAll(Encounters other) {
        entities.addAll(other.entities);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        entities.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        entities.load(in);
    }
}
