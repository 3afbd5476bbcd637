// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.testing.Saved;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonCodecTest {

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
            new Lesson.Hour(8, 42),
            new Lesson.Access(7, 8, false, 3_000),
            new Lesson.Access(7, 8, true, 4_000)
        };
    }
}
