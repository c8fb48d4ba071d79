package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.turnwise.intake.reading.TimeScale;

class TimeScaleTest {

    private static List<BigDecimal> numbers(String... numbers) {
        return Arrays.stream(numbers).map(BigDecimal::new).toList();
    }

    private static Optional<TimeScale> guess(List<BigDecimal> starts, List<BigDecimal> ends, @Nullable String duration) {
        return TimeScale.guess(starts, ends, duration == null ? null : new BigDecimal(duration));
    }

    @Test
    void timesInEveryWriting() {
        assertEquals(OptionalLong.of(1235), TimeScale.SECONDS.millis("1.2345"));
        assertEquals(OptionalLong.of(1), TimeScale.MILLISECONDS.millis("1.2345"));
        assertEquals(OptionalLong.of(70), TimeScale.TICKS.millis("700000.0"));
        assertEquals(OptionalLong.of(62_500), TimeScale.MILLISECONDS.millis("0:01:02.5"));
        assertEquals(OptionalLong.of(62_000), TimeScale.TICKS.millis("1:02"));
        assertEquals(OptionalLong.of(1_200), TimeScale.MILLISECONDS.millis("1.200s"));
        assertEquals(OptionalLong.of(250), TimeScale.SECONDS.millis("250 ms"));
        assertEquals(OptionalLong.of(60_500), TimeScale.SECONDS.millis("PT1M0.5S"));
        assertEquals(OptionalLong.of(-500), TimeScale.SECONDS.millis("-0.5"));
        assertEquals(OptionalLong.empty(), TimeScale.SECONDS.millis("soon"));
        assertEquals(OptionalLong.empty(), TimeScale.SECONDS.millis("PT999999999999H"));
        assertEquals(OptionalLong.empty(), TimeScale.SECONDS.millis(new BigDecimal("1e999999999")));
        assertEquals(OptionalLong.of(0), TimeScale.SECONDS.millis(new BigDecimal("1e-999999999")));
    }

    @Test
    void bareNumbersAgainstTheDuration() {
        assertEquals(Optional.of(TimeScale.SECONDS), guess(numbers("0", "300"), numbers("280", "590"), "600"));
        assertEquals(Optional.of(TimeScale.MILLISECONDS), guess(numbers("0", "3000"), numbers("2800", "5900"), "6"));
    }

    @Test
    void bareNumbersByHowTheyLie() {
        assertEquals(Optional.of(TimeScale.SECONDS), guess(numbers("0.5", "4", "9.25"), numbers("3.5", "8", "11"), null));
        assertEquals(Optional.of(TimeScale.MILLISECONDS), guess(numbers("500", "4000", "9250"), numbers("3500", "8000", "11000"), null));
        assertEquals(Optional.of(TimeScale.SECONDS), guess(numbers("0", "12", "30", "41"), List.of(), null));
        assertEquals(Optional.of(TimeScale.MILLISECONDS), guess(numbers("460230"), numbers("462343"), null));
        assertEquals(Optional.empty(), guess(List.of(), List.of(), null));
    }
}
