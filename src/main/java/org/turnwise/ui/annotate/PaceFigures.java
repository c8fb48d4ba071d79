package org.turnwise.ui.annotate;

import java.time.Duration;
import java.util.Locale;
import org.turnwise.annotation.pace.Work;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;

/** How times and rates of work are written. */
final class PaceFigures {

    private static final int MINUTES_AS_SUCH = 90;
    private static final int HOURS_BY_HALVES = 10;

    private PaceFigures() {}

    static String rate(double labelsAMinute) {
        return Texts.text("pace.rate", String.format(Locale.ROOT, "%.1f", labelsAMinute));
    }

    /** No finer than it is known: minutes under an hour and a half, half hours under ten, whole hours from there on; outwards. */
    static String range(Work.PerCall.Range range) {
        double low = range.low().toMillis() / 60_000.0;
        double high = range.high().toMillis() / 60_000.0;
        if (high < MINUTES_AS_SUCH) {
            return between("pace.minutes", number(Math.floor(low)), number(Math.ceil(high)));
        }
        double step = high < 60 * HOURS_BY_HALVES ? 2 : 1;
        return between("pace.hours", number(Math.floor(low / 60 * step) / step), number(Math.ceil(high / 60 * step) / step));
    }

    private static String between(String unit, String low, String high) {
        return Texts.text(unit, low.equals(high) ? low : low + "–" + high);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Figures.count((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    static String worked(Duration time) {
        long minutes = Math.round(time.toMillis() / 60_000.0);
        return minutes < 60 ? Texts.text("pace.minutes", Figures.count(minutes)) : Texts.text("pace.hoursminutes", Figures.count(minutes / 60), minutes % 60);
    }
}
