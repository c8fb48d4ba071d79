package org.turnwise.intake.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.text.PlainHeads.Head;

/** Tells where a talk ends: where it says so itself, "[End of transcript]", or where it is told below what came of it, "Action items:". */
final class EndOfTalk {

    private static final String TALK = "(?:the )?(?:transcript|transcription|call|meeting|recording|conversation)\\b";
    private static final Pattern MARK = Pattern.compile("[\\[(*_#=<-]{1,6}\\s?end (?:of )?" + TALK + "(?!\\s*:).{0,30}|end of " + TALK + "\\W{0,10}"
                    + "|[\\[(*_#=<-]{1,6}\\s?end(?:\\s?[-\u2013\u2014:]?\\s?" + Clock.TIME + ")?\\s?[\\])*_#=>-]{1,6}",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 80;

    private EndOfTalk() {}

    /**
     * The line, from 0, that ends the talk; their number if none does, for below it nobody speaks who spoke above. What is listed there nobody says, unless the
     * talk is a list too.
     */
    static int in(List<String> lines, PlainHeads heads) {
        Set<String> spoke = new HashSet<>();
        Set<String> below = new HashSet<>();
        boolean listed = false;
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            Head head = heads.of().get(i);
            boolean inList = AboveTheTalk.isListed(lines.get(i));
            boolean ends = ends(lines, i, head);
            boolean speaks = head != null && !ends && (end == lines.size() || listed || !inList);
            if (speaks && end < lines.size() && spoke.contains(head.speaker())) {
                end = lines.size();
                spoke.addAll(below);
            }
            if (speaks) {
                (end < lines.size() ? below : spoke).add(head.speaker());
                listed |= end == lines.size() && inList;
            } else if (end == lines.size() && !spoke.isEmpty() && ends) {
                end = i;
            }
        }
        return end;
    }

    /** @param head the line taken for somebody's */
    private static boolean ends(List<String> lines, int at, @Nullable Head head) {
        String line = lines.get(at).strip();
        return line.length() <= LONGEST && (head == null && MARK.matcher(line).matches()
                || standsApart(lines, at) && Section.headedBy(line).equals(Optional.of(Section.AFTERWARDS)));
    }

    /** Right below words, a line such as "Summary:" is one of them, unless it is marked as a heading. */
    private static boolean standsApart(List<String> lines, int at) {
        return at == 0 || lines.get(at - 1).isBlank() || lines.get(at).startsWith("#");
    }
}
