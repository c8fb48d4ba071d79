package org.turnwise.intake.cues;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.intake.reading.Entities;

/** What of a cue's payload is said. */
final class Payload {

    private static final Pattern TAGS = Pattern.compile(
            "</?(?:c|b|i|u|s|v|lang|ruby|rt|font|em|strong)(?:[.\\s][^<>]{0,300})?>|<(?:\\d+:)?\\d\\d:\\d\\d\\.\\d{3}>|\\{\\\\[^{}]{0,60}\\}",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private static final String OPENING = "[(\uFF08\u3010\u3014\uFF3B*\u266A";
    private static final String CLOSING = "])\uFF09\u3011\u3015\uFF3D*\u266A";

    private Payload() {}

    /** Whether all of it stands in one pair of brackets, as what is heard besides speech does: {@code [music]}. */
    static boolean isNote(String spoken) {
        int pair = spoken.length() < 2 ? -1 : OPENING.indexOf(spoken.charAt(0));
        return pair >= 0 && spoken.indexOf(CLOSING.charAt(pair), 1) == spoken.length() - 1;
    }

    /** Without tags, then with entities decoded, in that order: {@code &lt;b&gt;} is something said. */
    static String spoken(String payload) {
        if (isPlain(payload)) {
            return payload.strip();
        }
        String untagged = untagged(payload);
        if (isPlain(untagged)) {
            return untagged.strip();
        }
        return SPACE.matcher(Entities.decode(untagged)).replaceAll(" ").strip();
    }

    /** Looks for tags only where one can begin. */
    private static String untagged(String payload) {
        StringBuilder untagged = new StringBuilder(payload.length());
        Matcher tag = TAGS.matcher(payload);
        int from = 0;
        int at = 0;
        while (at < payload.length()) {
            char c = payload.charAt(at);
            if ((c == '<' || c == '{') && tag.region(at, payload.length()).lookingAt()) {
                untagged.append(payload, from, at);
                from = tag.end();
                at = from;
            } else {
                at++;
            }
        }
        return from == 0 ? payload : untagged.append(payload, from, payload.length()).toString();
    }

    /** Most is: without tags, references, and space that is not one blank between words. */
    private static boolean isPlain(String payload) {
        char last = 'x';
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if (c == '<' || c == '{' || c == '&' || c == '\u00A0' || c < ' ' || c == ' ' && last == ' ') {
                return false;
            }
            last = c;
        }
        return true;
    }
}
