package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.turnwise.scoring.Measures;

class ChanceErrorTest {

    private static Rows rows(int count, DoubleSupplier p) {
        List<Rows.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Rows.Row(p.getAsDouble(), false, i));
        }
        return Rows.of(rows, true);
    }

    /** In one bin the error is the mean deviation of a share from its chance: sqrt(2/π · p(1−p)/n) of the normal that the binomial is close to. */
    @Test
    void isTheMeanDeviationOfAShareInOneBin() {
        assertEquals(Math.sqrt(2 / Math.PI * .25 / 800), ChanceError.ece(rows(800, () -> .5), 0).value(), .0015);
        assertEquals(Math.sqrt(2 / Math.PI * .21 / 200), ChanceError.ece(rows(200, () -> .75), 0).value(), .0025);
    }

    @Test
    void holdsWhatExactForecastsShowAndNotWhatWrongOnesDo() {
        SplittableRandom random = new SplittableRandom(4);
        Rows rows = rows(820, () -> .25 + .5 * random.nextDouble());
        Figure chance = ChanceError.ece(rows, 0);
        int within = 0;
        boolean[] converted = new boolean[rows.size()];
        for (int draw = 0; draw < 100; draw++) {
            for (int i = 0; i < converted.length; i++) {
                converted[i] = random.nextDouble() < rows.p()[i];
            }
            double ece = Measures.ece(rows.p(), converted);
            within += chance.low() <= ece && ece <= chance.high() ? 1 : 0;
        }
        assertTrue(within >= 88, within + " of 100 within 95 %");
        for (int i = 0; i < converted.length; i++) {
            converted[i] = random.nextDouble() < rows.p()[i] + .15;
        }
        assertTrue(Measures.ece(rows.p(), converted) > chance.high(), "forecasts that are .15 too low");
        assertTrue(chance.value() > .02 && chance.value() < .04, "five bins of 164 calls: " + chance);
    }

    @Test
    void fewerCallsLeaveMoreToChance() {
        assertEquals(2, ChanceError.ece(rows(200, () -> .5), 0).value() / ChanceError.ece(rows(800, () -> .5), 0).value(), .25);
    }
}
