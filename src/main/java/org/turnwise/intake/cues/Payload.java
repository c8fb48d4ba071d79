package org.turnwise.intake.cues;

import java.util.regex.Pattern;
import org.turnwise.intake.reading.Entities;

/** What of a cue's payload is said. */
final class Payload {

    private static final Pattern TAGS = Pattern.compile(
            "</?(?:c|b|i|u|s|v|lang|ruby|rt|font|em|strong)(?:[.\\s][^<>]{0,300})?>|<(?:\\d+:)?\\d\\d:\\d\\d\\.\\d{3}>|\\{\\\\[^{}]{0,60}\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private Payload() {}

    /** Without tags, then with entities decoded, in that order: {@code &lt;b&gt;} is something said. */
    static String spoken(String payload) {
        String untagged = payload.indexOf('<') < 0 && payload.indexOf('{') < 0 ? payload : TAGS.matcher(payload).replaceAll("");
        return SPACE.matcher(Entities.decode(untagged)).replaceAll(" ").strip();
    }
}
