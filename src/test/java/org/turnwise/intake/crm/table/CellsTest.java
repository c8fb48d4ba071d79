package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and money as people of several countries write them. */
class CellsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "USD 12,000.00|12000.00|USD", "1.234,56 €|1234.56|EUR", "12.000|12000.00|", "12,5|12.50|", "1'234.50|1234.50|", "12 000,50|12000.50|",
                "1,234,567|1234567.00|",
        "(950.00)|-950.00|", "-3|-3.00|", "25000.0|25000.00|", "0.125|0.13|", "£ 800|800.00|GBP", "1234.567|1234.57|"
    })
    void readsMoney(String cell, String amount, String currency) {
        assertEquals(Optional.of(new Money(new BigDecimal(amount), currency)), Money.of(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "EUR", "1234567890123456789012"})
    void whatIsNoAmountIsNone(String cell) {
        assertEquals(Optional.empty(), Money.of(cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-08-15|2026-08-15", "2026-08-15T23:30:00-08:00|2026-08-15", "15.08.2026 10:00|2026-08-15", "15/08/2026|2026-08-15", "15/8/26|2026-08-15",
                "15 Aug 2026|2026-08-15",
        "Aug 15, 2026, 4:30 PM|2026-08-15", "15. Dez. 2026|2026-12-15", "1786752000000|2026-08-15", "2026/8/5|2026-08-05"
    })
    void readsDates(String cell, LocalDate day) throws Dates.Ambiguous {
        assertEquals(Optional.of(day), Dates.of(List.of(cell), null).read(cell));
    }

    @Test
    void oneDateThatFitsOneWayOnlySettlesAll() throws Dates.Ambiguous {
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), Dates.of(List.of("03/04/2026", "25/04/2026"), null).read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), Dates.of(List.of("03/04/2026", "04/25/2026"), null).read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), Dates.of(List.of("03.04.2026"), null).read("03.04.2026"), "points stand behind days");
    }

    @Test
    void datesThatFitBothWaysAreAskedAbout() throws Dates.Ambiguous {
        assertEquals("03/04/2026", assertThrows(Dates.Ambiguous.class, () -> Dates.of(List.of("03/04/2026", "05/05/2026"), null)).example());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), Dates.of(List.of("03/04/2026"), DateOrder.MONTH_FIRST).read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 5, 5)), Dates.of(List.of("05/05/2026"), null).read("05/05/2026"), "either way is the same day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "32/01/2026", "5"})
    void whatIsNoDateIsNone(String cell) throws Dates.Ambiguous {
        assertEquals(Optional.empty(), Dates.of(List.of(cell), null).read(cell));
    }
}
