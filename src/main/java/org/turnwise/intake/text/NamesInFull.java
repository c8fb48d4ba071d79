package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.text.PlainHeads.Head;

/** Broadcasters write a name in full and with a title where it first comes, and then the surname alone: "ANN LEE, HOST", "LEE". That is one speaker. */
final class NamesInFull {

    private static final Pattern WITH_TITLE = Pattern.compile("(\\p{Lu}[\\p{Lu}.'\u2019-]{0,30}(?: [\\p{Lu}.'\u2019-]{1,30}){1,3}), \\S.{0,60}");
    /** Stands for a surname that two people bear. */
    private static final String SHARED = "";

    private NamesInFull() {}

    static PlainHeads of(PlainHeads heads) {
        Map<String, Integer> times = heads.times();
        Map<String, String> bySurname = new HashMap<>();
        times.keySet().forEach(speaker -> {
            Matcher titled = WITH_TITLE.matcher(speaker);
            if (titled.matches()) {
                String surname = titled.group(1).substring(titled.group(1).lastIndexOf(' ') + 1);
                bySurname.merge(surname, titled.group(1), (one, other) -> one.equals(other) ? one : SHARED);
            }
        });
        bySurname.values().removeIf(SHARED::equals);
        bySurname.keySet().retainAll(times.keySet());
        if (bySurname.isEmpty()) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        kept.replaceAll(head -> head == null ? null : new Head(inFull(head.speaker(), bySurname), head.atMs(), head.text()));
        return new PlainHeads(kept, heads.dated());
    }

    private static String inFull(String speaker, Map<String, String> bySurname) {
        Matcher titled = WITH_TITLE.matcher(speaker);
        return titled.matches() && bySurname.containsValue(titled.group(1)) ? titled.group(1) : bySurname.getOrDefault(speaker, speaker);
    }
}
