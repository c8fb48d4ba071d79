package org.turnwise.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.turnwise.call.Participant;

/**
 * What a person should know of a call that reads well and still is not all speech: notetakers among the speakers, and words that recognisers make up in
 * silence.
 */
final class Oddities {

    private static final Pattern INVENTED = Pattern.compile(
            "(?:thank(?:s| you)(?: (?:so|very) much)? for watching|(?:please )?(?:like and )?subscribe(?: to (?:my|our|the) channel)?"
                    + "|transcribed by (?:https?://)?otter\\.ai|subtitles by the amara\\.org community|transcription by castingwords"
                    + "|untertitel (?:der|im auftrag des) .{1,60}|sous-titres (?:réalisés )?par .{1,60}|subtítulos (?:realizados )?por .{1,60})[.!\\s]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_INVENTION = 120;

    private Oddities() {}

    static List<String> of(List<Segment> said, List<Participant> participants) {
        List<String> odd = new ArrayList<>();
        for (Participant participant : participants) {
            if (SideWords.isBot(participant.key())) {
                odd.add("\"" + participant.name() + "\" is no person but a tool or a shared screen, and stands on neither side.");
            }
        }
        List<Segment> invented = said.stream().filter(segment -> segment.text().length() <= LONGEST_INVENTION && INVENTED.matcher(segment.text().strip())
                .matches()).toList();
        if (!invented.isEmpty()) {
            odd.add("Line " + invented.getFirst().line() + " says \"" + Unreadable.shown(invented.getFirst().text()) + "\""
                    + (invented.size() > 1 ? ", as do " + (invented.size() - 1) + " more" : "")
                            + ": speech recognition makes such words up where nobody speaks. They were kept.");
        }
        return odd;
    }
}
