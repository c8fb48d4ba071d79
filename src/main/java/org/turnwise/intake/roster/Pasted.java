package org.turnwise.intake.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Domains;
import org.turnwise.intake.reading.RepRoster;
import org.turnwise.intake.reading.SpeakerNames;

/**
 * What people paste as a list of reps: names, addresses and domains, a line each or with commas, semicolons or tabs between them, as mail programs and tables
 * give them.
 *
 * @param entries each once, in the order they stand in
 * @param refused with the reason behind each
 */
record Pasted(List<String> entries, List<RosterEditor.Refused> refused) {

    private static final Pattern WITH_ADDRESS = Pattern.compile("\"?([^<\"]{0,80}?)\"?\\s*<([^<>\\s]{3,120})>");

    static Pasted of(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        List<RosterEditor.Refused> refused = new ArrayList<>();
        for (String piece : pieces(text)) {
            for (String entry : entries(piece)) {
                String why = whyNot(entry);
                if (why != null) {
                    refused.add(new RosterEditor.Refused(entry, why));
                } else {
                    entries.putIfAbsent(entry.toLowerCase(Locale.ROOT), entry);
                }
            }
        }
        return new Pasted(List.copyOf(entries.values()), List.copyOf(refused));
    }

    /** A comma within one name ("Bell, Jo") parts nothing. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.split("[\\r\\n;\\t]+", -1)) {
            List<String> parts = Arrays.stream(line.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
            boolean list = parts.stream().allMatch(part -> part.indexOf('@') >= 0 || part.indexOf(' ') > 0 || RepRoster.kindOf(part) == RepRoster.Kind.DOMAIN);
            if (list) {
                pieces.addAll(parts);
            } else {
                pieces.add(parts.size() == 2 ? parts.getLast() + " " + parts.getFirst() : line.strip());
            }
        }
        return pieces.stream().filter(piece -> !piece.isEmpty() && !piece.startsWith("#")).toList();
    }

    /** A name with its address behind it is two entries: transcripts know people by either. */
    private static List<String> entries(String piece) {
        Matcher both = WITH_ADDRESS.matcher(piece);
        if (!both.matches()) {
            return List.of(piece.replaceAll("\\s+", " "));
        }
        return both.group(1).isBlank() ? List.of(both.group(2)) : List.of(both.group(1).strip(), both.group(2));
    }

    private static @Nullable String whyNot(String entry) {
        if (entry.length() > SpeakerNames.MOST_LENGTH) {
            return "is longer than a name";
        }
        if (!entry.codePoints().anyMatch(Character::isLetter)) {
            return "has no letter";
        }
        boolean anybodys = RepRoster.kindOf(entry) == RepRoster.Kind.DOMAIN
                && Domains.registrable(entry.replaceFirst("^@", "")).filter(Domains::isFreemail).isPresent();
        return anybodys ? "is a domain where anybody may have an address" : null;
    }
}
