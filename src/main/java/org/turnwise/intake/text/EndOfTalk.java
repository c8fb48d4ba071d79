package org.turnwise.intake.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.turnwise.intake.text.PlainHeads.Head;

/** Tells where a talk ends that says so itself: "[End of transcript]". */
final class EndOfTalk {

    private static final String TALK = "(?:the )?(?:transcript|transcription|call|meeting|recording|conversation)\\b";
    private static final Pattern MARK = Pattern.compile("[\\[(*_#=<-]{1,6}\\s?end (?:of )?" + TALK + "(?!\\s*:).{0,30}|end of " + TALK + "\\W{0,10}",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 80;

    private EndOfTalk() {}

    /** The line, from 0, that ends the talk; their number if none does, or if somebody who spoke above it speaks below it too. */
    static int in(List<String> lines, PlainHeads heads) {
        Set<String> spoke = new HashSet<>();
        int end = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            Head head = heads.of().get(i);
            String line = lines.get(i).strip();
            if (head != null && end < lines.size() && spoke.contains(head.speaker())) {
                return lines.size();
            }
            if (head != null && end == lines.size()) {
                spoke.add(head.speaker());
            } else if (head == null && end == lines.size() && !spoke.isEmpty() && line.length() <= LONGEST && MARK.matcher(line).matches()) {
                end = i;
            }
        }
        return end;
    }
}
