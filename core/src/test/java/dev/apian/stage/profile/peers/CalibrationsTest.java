// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CalibrationsTest {

    private static final long RESTLESS = 1;
    private static final long CALM = 2;
    private static final long NEW = 3;

    private final Calibrations all = new Calibrations();

    @Test
    void whatIsOddForTheCalmIsOrdinaryForTheRestless() {
        live(400);
        Calibrations known = all.toJudgeBy();

        assertThat(known.shareAsOdd(CALM, -9)).isLessThan(known.shareAsOdd(RESTLESS, -9) / 3);
        assertThat(known.shareAsOdd(RESTLESS, -9)).isGreaterThan(0.2);
    }

    @Test
    void aGroupWithoutHistoryIsJudgedAsEverybodyIs() {
        live(400);
        all.add(NEW, -20, 1);
        Calibrations known = all.toJudgeBy();

        assertThat(known.shareAsOdd(NEW, -9)).isEqualTo(known.shareAsOdd(77, -9));
    }

    @Test
    void nothingIsSaidOfAnybodyWhileNobodyIsKnown() {
        live(5);

        assertThat(all.toJudgeBy().shareAsOdd(CALM, -9)).isNaN();
    }

    @Test
    void whatWasGivenOutDoesNotChange() {
        live(400);
        Calibrations known = all.toJudgeBy();
        double before = known.shareAsOdd(CALM, -9);
        live(400);
        all.age();

        assertThat(known.shareAsOdd(CALM, -9)).isEqualTo(before);
    }

    @Test
    void groupsAreBounded() throws IOException {
        for (long group = 0; group < 10 * Calibrations.GROUPS_MAX; group++) {
            all.add(group, 0, 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        all.save(new DataOutputStream(bytes));

        assertThat(bytes.size()).isLessThan(3_000 * (Calibrations.GROUPS_MAX + 1));
        assertThat(Calibrations.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(all);
    }

    private void live(int times) {
        for (int n = 0; n < times; n++) {
            all.add(RESTLESS, -n % 20, 1);
            all.add(CALM, n % 5, 1);
        }
    }
}
