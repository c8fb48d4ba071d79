package org.turnwise.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnwise.annotation.pace.Work.PerCall.Range;

class PaceFiguresTest {

    private static String range(int lowSeconds, int highSeconds) {
        return PaceFigures.range(new Range(Duration.ofSeconds(lowSeconds), Duration.ofSeconds(highSeconds)));
    }

    @Test
    void aRangeIsNoFinerThanItIsKnownAndGrowsOutwards() {
        assertEquals("12–39 min", range(12 * 60 + 59, 38 * 60 + 1));
        assertEquals("1–1.5 h", range(89 * 60, 90 * 60));
        assertEquals("2–3 h", range(8010, 9400));
        assertEquals("9–12 h", range(9 * 3600 + 1800, 11 * 3600 + 1));
        assertEquals("1,200–1,300 h", range(1200 * 3600, 1300 * 3600));
        assertEquals("20 min", range(1200, 1200));
    }

    @Test
    void workedTimeIsRounded() {
        assertEquals("0 min", PaceFigures.worked(Duration.ofSeconds(29)));
        assertEquals("36 min", PaceFigures.worked(Duration.ofSeconds(36 * 60 + 16)));
        assertEquals("1 h 5 min", PaceFigures.worked(Duration.ofMinutes(65)));
        assertEquals("2.0 labels/min", PaceFigures.rate(1.958));
    }
}
