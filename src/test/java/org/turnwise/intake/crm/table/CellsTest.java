package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        "(950.00)|-950.00|", "-3|-3.00|", "25000.0|25000.00|", "0.125|0.13|", "£ 800|800.00|GBP", "1234.567|1234.57|", "$-50|-50.00|", "-$50|-50.00|",
                "500-|-500.00|", "($1,500.00)|-1500.00|",
        "15k|15000.00|", "€15.5k|15500.00|EUR", "$1.2M|1200000.00|", "2 Mio. EUR|2000000.00|EUR", "USD 3 million|3000000.00|USD", "5.00E+05|500000.00|",
                "1.2e6|1200000.00|",
        "12,34,567|1234567.00|", "1 234 567|1234567.00|", "R$ 1.500|1500.00|BRL", "1.500,-|1500.00|", "500.-|500.00|", "1500 kr|1500.00|", "us$ 10|10.00|USD",
                "eur 1.234,5|1234.50|EUR", ".5|0.50|", "KWD 12.50|12.50|KWD", "12,5 k€|12500.00|EUR", "1.5 M€|1500000.00|EUR"
    })
    void readsMoney(String cell, String amount, String currency) {
        assertEquals(Optional.of(new Money(new BigDecimal(amount), currency)), Money.of(cell, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n/a", "EUR", "1234567890123456789012", "10,000 - 20,000", "10-20",
            "USD 12,000.00 (EUR 10,900.00)", "3x 500", "500x", "50%", "~500",
            "> 500", "500+", "500 per month", "500/mo", "1.2.3", "EUR 5 USD", "KWD 12.500", "5 apples", "2026-08-15", "--5", "(-5)", "5k k", "1O0", "12 34",
            "1,2345,678", "k 5", "5000 -", "1.250k", "$1,250K"})
    void whatIsNoSingleAmountIsNone(String cell) {
        assertEquals(Optional.empty(), Money.of(cell, null));
    }

    @Test
    void threeDigitsBehindAMarkAreDecimalsWhereTheColumnHasThem() {
        assertEquals(Optional.of(new Money(new BigDecimal("305.13"), null)), Money.of("305.125", '.'));
        assertEquals(Optional.of(new Money(new BigDecimal("305125.00"), null)), Money.of("305.125", ','));
        assertEquals(Optional.of(new Money(new BigDecimal("12.50"), "KWD")), Money.of("KWD 12.500", '.'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.5|.", "1.234,5|,", "1,234.567|.", "12,345,678|.", "1'234.567|.", "12.500|", "12,500|", "1234.567"
            + "|.", "1234|", "soon|"})
    void someCellsProveTheirMark(String cell, Character mark) {
        assertEquals(mark, Money.provenMark(cell));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-08-15|2026-08-15", "2026-08-15T23:30:00-08:00|2026-08-15", "15.08.2026 10:00|2026-08-15", "15/08/2026|2026-08-15", "15/8/26|2026-08-15",
                "15 Aug 2026|2026-08-15", "Aug 15, 2026, 4:30 PM|2026-08-15", "15. Dez. 2026|2026-12-15", "1786752000000|2026-08-15", "2026/8/5|2026-08-05",
        "1786752000|2026-08-15", "20260815|2026-08-15", "20260815T101500Z|2026-08-15", "5-Mar-24|2024-03-05", "05-MAR-2024|2024-03-05", "46249|2026-08-15",
                "46249.5|2026-08-15",
        "15 de agosto de 2026|2026-08-15", "15 août 2026|2026-08-15", "15 augustus 2026|2026-08-15", "15 марта 2026 г.|2026-03-15", "2026年8月15日|2026-08-15",
                "Saturday, August 15, 2026|2026-08-15",
        "Sat Aug 15 2026 10:00:00 GMT+0200|2026-08-15", "15th of May 2026|2026-05-15", "May 15th, 2026|2026-05-15", "08/15/2026 10:00am|2026-08-15",
                "15-08-98|1998-08-15"
    })
    void readsDates(String cell, LocalDate day) throws Dates.Ambiguous {
        assertEquals(Optional.of(day), dates(null, cell).read(cell));
    }

    @Test
    void oneDateThatFitsOneWayOnlySettlesItsColumn() throws Dates.Ambiguous {
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), dates(null, "03/04/2026", "25/04/2026").read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), dates(null, "03/04/2026", "04/25/2026").read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), dates(null, "03.04.2026").read("03.04.2026"), "points stand behind days");
    }

    @Test
    void datesThatFitBothWaysAreAskedAbout() throws Dates.Ambiguous {
        assertEquals("03/04/2026", assertThrows(Dates.Ambiguous.class, () -> dates(null, "03/04/2026", "05/05/2026")).example());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), dates(DateOrder.MONTH_FIRST, "03/04/2026").read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 5, 5)), dates(null, "05/05/2026").read("05/05/2026"), "either way is the same day");
    }

    @Test
    void aColumnOfTwoOrdersIsAskedAbout() throws Dates.Ambiguous {
        assertEquals("03/04/2026", assertThrows(Dates.Ambiguous.class, () -> dates(null, "25/04/2026", "04/25/2026", "03/04/2026")).example());
        assertEquals(Optional.of(LocalDate.of(2026, 4, 25)), dates(null, "25/04/2026", "04/25/2026").read("04/25/2026"), "each fits one way only");
        Dates said = dates(DateOrder.DAY_FIRST, "25/04/2026", "04/25/2026", "03/04/2026");
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), said.read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 25)), said.read("04/25/2026"));
    }

    @Test
    void eachSignBetweenTheNumbersIsSettledByItself() throws Dates.Ambiguous {
        Dates dates = dates(null, "25/04/2026", "04-25-2026", "03/04/2026", "03-04-2026");
        assertEquals(Optional.of(LocalDate.of(2026, 4, 3)), dates.read("03/04/2026"));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 4)), dates.read("03-04-2026"));
    }

    @Test
    void aYearOfTwoDigitsThatMayStandFirstIsNoDay() throws Dates.Ambiguous {
        assertEquals(Optional.empty(), dates(null, "26-03-05", "25-11-30").read("26-03-05"));
        assertEquals(Optional.of(LocalDate.of(2025, 3, 26)), dates(null, "26-03-25", "04-11-25").read("26-03-25"), "there is no year 4 in a CRM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "32/01/2026", "5", "12345", "2026-08", "Aug-26", "12th of May", "20261505", "1900-01-01", "9999-12-31",
            "2026-08-15 to 2026-09-15", "1/2/3/2026", "123456789"})
    void whatIsNoDateIsNone(String cell) throws Dates.Ambiguous {
        assertEquals(Optional.empty(), dates(null, cell).read(cell));
    }

    private static Dates dates(@Nullable DateOrder said, String... column) throws Dates.Ambiguous {
        DayMonthOrders orders = new DayMonthOrders(said);
        List.of(column).forEach(cell -> orders.see(0, cell));
        return Dates.of(orders, 0);
    }
}
