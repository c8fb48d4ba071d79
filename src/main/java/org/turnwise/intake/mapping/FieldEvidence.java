package org.turnwise.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Timestamps;

/** What a field is called and what it holds in the first rows. */
final class FieldEvidence {

    private static final Set<String> NAMES = Set.of("name", "displayname", "fullname", "label");
    private static final Pattern UNIT = Pattern.compile("(?:milliseconds|millis|ms|microseconds|micros|usecs?|seconds|secs|sec|s)$");

    private final String field;
    private final String called;
    private final String within;
    private final int rows;
    private final List<String> values = new ArrayList<>();
    private final int distinct;
    private final double words;
    private final double length;
    private final double timeShare;
    private final double letterShare;

    FieldEvidence(String field, List<Row> sample) {
        this.field = field;
        String[] steps = field.replace("../", "").split("\\.", -1);
        this.called = plain(steps[steps.length - 1]);
        this.within = steps.length > 1 ? plain(steps[steps.length - 2]) : "";
        this.rows = sample.size();
        Set<String> seen = new HashSet<>();
        int times = 0;
        int letters = 0;
        long said = 0;
        long characters = 0;
        for (Row row : sample) {
            String value = row.get(field);
            if (value != null) {
                values.add(value);
                seen.add(value);
                times += isTime(value) ? 1 : 0;
                letters += value.codePoints().anyMatch(Character::isLetter) ? 1 : 0;
                said += value.split("\\s+", -1).length;
                characters += value.length();
            }
        }
        this.distinct = seen.size();
        this.words = values.isEmpty() ? 0 : (double) said / values.size();
        this.length = values.isEmpty() ? 0 : (double) characters / values.size();
        this.timeShare = values.isEmpty() ? 0 : (double) times / values.size();
        this.letterShare = values.isEmpty() ? 0 : (double) letters / values.size();
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isTime(String value) {
        return value.length() <= 40 && (TimeScale.SECONDS.millis(value).isPresent() || Timestamps.instant(value) != null);
    }

    String field() {
        return field;
    }

    int distinct() {
        return distinct;
    }

    /** Whether its name, or for a bare {@code name} or {@code id} that of the object around it, is one of these. */
    boolean isCalled(Set<String> names) {
        return names.contains(called) || names.contains(within + called) || names.contains(within) && NAMES.contains(called);
    }

    /** Whether its name is one of these but for the unit behind it. */
    boolean isTimeCalled(Set<String> names) {
        return names.contains(UNIT.matcher(called).replaceFirst(""));
    }

    /** Whether each value is a word for a side, and both sides come. */
    boolean tellsSides() {
        Set<Side> sides = new HashSet<>();
        for (String value : values) {
            Optional<Side> side = SideWords.sideOf(value);
            if (side.isEmpty()) {
                return false;
            }
            sides.add(side.get());
        }
        return sides.size() == 2;
    }

    String called() {
        return called;
    }

    double filled() {
        return rows == 0 ? 0 : (double) values.size() / rows;
    }

    double wordsEach() {
        return words;
    }

    boolean holdsTimes() {
        return timeShare >= 0.9 && filled() >= 0.5;
    }

    boolean holdsWords() {
        return letterShare >= 0.5;
    }

    /** Numbers of which hardly one comes twice: they count something, and name nobody. */
    boolean counts() {
        return !holdsWords() && (distinct > 12 || values.size() >= 3 && distinct == values.size());
    }

    /** Short, and few of them over and over. */
    boolean holdsFewShortOnes() {
        return filled() >= 0.5 && length <= 60 && words <= 6 && (distinct <= Math.max(2, values.size() / 2) || values.size() <= 6 && distinct <= values.size());
    }

    /** Whether its times don't go back. */
    boolean rises() {
        BigDecimal last = null;
        for (BigDecimal number : numbers()) {
            if (last != null && number.compareTo(last) < 0) {
                return false;
            }
            last = number;
        }
        return true;
    }

    /** The bare numbers among its values. */
    List<BigDecimal> numbers() {
        return values.stream().filter(TimeScale::isBare).map(value -> new BigDecimal(value.replace(',', '.'))).toList();
    }

    boolean hasFractions() {
        return numbers().stream().anyMatch(number -> number.stripTrailingZeros().scale() > 0);
    }

    /** What its name says of what it counts. */
    @Nullable TimeScale scaleCalled() {
        return TimeScale.called(called);
    }
}
