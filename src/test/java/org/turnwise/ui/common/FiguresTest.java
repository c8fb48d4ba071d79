package org.turnwise.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void signsAreTrueMinusAndPlus() {
        assertEquals("+3", Figures.signed(3));
        assertEquals("\u221211", Figures.signed(-11));
        assertEquals("0", Figures.signed(0));
    }

    @Test
    void scoresDropTheLeadingZeroOnly() {
        assertEquals(".217", Figures.score(0.2171, 3));
        assertEquals("1.000", Figures.score(1, 3));
        assertEquals("\u2212.008", Figures.score(-0.008, 3));
        assertEquals(".000", Figures.score(-0.0001, 3));
        assertEquals("–", Figures.score(Double.NaN, 3));
    }

    @Test
    void clocksCountHoursOnlyWhenThereAreAny() {
        assertEquals("17:06", Figures.clock(1_026_400));
        assertEquals("1:02:03", Figures.clock(3_723_000));
    }

    @Test
    void countsAndPercentAreWrittenForReading() {
        assertEquals("18,204", Figures.count(18_204));
        assertEquals("52 %", Figures.percent(0.519));
        assertEquals("+.50", Figures.reward(0.5));
        assertEquals("\u22121.00", Figures.reward(-1));
    }
}
