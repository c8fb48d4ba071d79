package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.text.PlainHeads.Head;

/**
 * Broadcasters write a name in full and with a title where it first comes, and then the surname alone: "ANN LEE, HOST", "LEE"; others say in brackets how they
 * shorten it: "Buying Agent (BA)", "BA". That is one speaker.
 */
final class NamesInFull {

    private static final Pattern WITH_TITLE = Pattern.compile("(\\p{Lu}[\\p{Lu}.'\u2019-]{0,30}(?: [\\p{Lu}.'\u2019-]{1,30}){1,3}), \\S.{0,60}");
    private static final Pattern WITH_INITIALS = Pattern.compile("(\\p{Lu}.{2,60} ?[(\\[](\\p{Lu}[\\p{L}\\d.&]{0,7})[)\\]])");
    /** Stands for what two people go by. */
    private static final String SHARED = "";

    private NamesInFull() {}

    static PlainHeads of(PlainHeads heads) {
        Map<String, Integer> times = heads.times();
        Map<String, String> inFull = new HashMap<>();
        times.keySet().forEach(speaker -> {
            Matcher titled = WITH_TITLE.matcher(speaker);
            Matcher shortened = WITH_INITIALS.matcher(speaker);
            if (titled.matches()) {
                String surname = titled.group(1).substring(titled.group(1).lastIndexOf(' ') + 1);
                goesBy(surname, titled.group(1), inFull);
            } else if (shortened.matches()) {
                goesBy(shortened.group(2), shortened.group(1), inFull);
            }
        });
        inFull.values().removeIf(SHARED::equals);
        inFull.keySet().retainAll(times.keySet());
        if (inFull.isEmpty()) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        kept.replaceAll(head -> head == null ? null : new Head(named(head.speaker(), inFull), head.atMs(), head.text()));
        return new PlainHeads(kept, heads.dated());
    }

    private static void goesBy(String inShort, String name, Map<String, String> inFull) {
        inFull.merge(inShort, name, (one, other) -> one.equals(other) ? one : SHARED);
    }

    private static String named(String speaker, Map<String, String> inFull) {
        Matcher titled = WITH_TITLE.matcher(speaker);
        return titled.matches() && inFull.containsValue(titled.group(1)) ? titled.group(1) : inFull.getOrDefault(speaker, speaker);
    }
}
