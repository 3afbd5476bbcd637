// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Actor;
import dev.apian.testing.Saved;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonCodecTest {

    private static final Past PAST = new Past(3, 9, 31, 2, 6);

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonIsTheSameOnAnotherMachine(Lesson lesson) {
        assertThat(Saved.sent(out -> LessonCodec.write(lesson, out), LessonCodec::read))
                .isEqualTo(lesson);
    }

    private static Lesson[] lessons() {
        return new Lesson[] {
            new Lesson.Active(7, 1_000),
            new Lesson.Used(7, 8, 2_000),
            new Lesson.UsedOn(6, 7, 8, 2_000),
            new Lesson.Named(6, 7, "support", "desk"),
            new Lesson.Window(7, Actor.Kind.USER, 8, Scale.DAY, 2_000, 42, 1, PAST, new ActiveHours.Share(3, 90)),
            new Lesson.Flow(7, Actor.Kind.SERVICE, 8, 2_000, 3, 4, true, PAST),
            new Lesson.Owned(7, 8, true, 3_000),
            new Lesson.Access(7, 8, false, 3_000),
            new Lesson.Access(7, 8, true, 4_000)
        };
    }
}
