package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.intake.reading.SideWords;

/**
 * A talk written on one line, as tools hand it over that keep it in a field. Two or more speak: by names that come again and again where sentences begin or
 * behind separators, or by roles, wherever they stand.
 */
final class TalkOnOneLine {

    private static final String BEHIND = ":(?=[ \\p{L}])";
    private static final Pattern AFTER_A_SENTENCE = Pattern.compile(
            "(?:^|(?<=[.!?\u2026\"\u201D)\\]] )|(?<=[.!?\u2026]))(\\p{Lu}[\\p{L}\\d_' -]{0,40})" + BEHIND);
    private static final Pattern AFTER_A_SEPARATOR = Pattern.compile("(?:^|(?<=[;|]\\s{0,2}))(\\p{L}[\\p{L}\\d_' -]{0,40})" + BEHIND);
    private static final Pattern WORD = Pattern.compile("(?:^|(?<=\\s))(\\p{L}[\\p{L}_-]{1,24}):(?=\\s)");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;|]\\s*$");

    private TalkOnOneLine() {}

    /** The turns, a line each; empty if they can't be told apart. */
    static Optional<List<String>> apart(String line) {
        Map<Integer, String> beginnings = new TreeMap<>();
        find(WORD, line, beginnings);
        beginnings.values().removeIf(word -> SideWords.sideOf(word).isEmpty());
        find(AFTER_A_SENTENCE, line, beginnings);
        Set<Integer> separated = find(AFTER_A_SEPARATOR, line, beginnings);
        Map<String, Integer> times = new HashMap<>();
        beginnings.values().forEach(name -> times.merge(name, 1, Integer::sum));
        beginnings.values().removeIf(name -> times.getOrDefault(name, 0) < 2 && SideWords.sideOf(name).isEmpty());
        if (Set.copyOf(beginnings.values()).size() < 2) {
            return Optional.empty();
        }
        List<String> turns = new ArrayList<>();
        int from = 0;
        for (int next : beginnings.keySet()) {
            if (next > from) {
                turns.add(withoutSeparator(line.substring(from, next), separated.contains(next)));
                from = next;
            }
        }
        turns.add(withoutSeparator(line.substring(from), !separated.isEmpty()));
        return Optional.of(turns);
    }

    /** @return where they stand */
    private static Set<Integer> find(Pattern pattern, String line, Map<Integer, String> beginnings) {
        Set<Integer> at = new HashSet<>();
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            beginnings.put(matcher.start(), matcher.group(1).toLowerCase(Locale.ROOT));
            at.add(matcher.start());
        }
        return at;
    }

    private static String withoutSeparator(String turn, boolean separated) {
        return separated ? SEPARATOR.matcher(turn).replaceFirst("") : turn;
    }
}
