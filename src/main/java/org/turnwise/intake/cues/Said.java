package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;

/**
 * What is said in a cue, or in a part of it.
 *
 * @param speaker  as written, or null
 * @param newVoice whether the cue says that somebody else begins
 */
record Said(Cue cue, @Nullable String speaker, boolean newVoice, String text) {

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]{0,200})?(?:[ \\t]+([^>]{0,300}))?>");

    static boolean isTagged(Cue cue) {
        return cue.text().contains("<v") && VOICE.matcher(cue.text()).find();
    }

    /** By the voice tags of the cues; what stands before the first tag of a cue, nobody is known to say. */
    static List<Said> byVoiceTag(List<Cue> cues) throws Unreadable {
        List<Said> said = new ArrayList<>();
        boolean closing = cues.stream().limit(cues.size() - 1L).allMatch(cue -> cue.text().contains("</v>"));
        for (Cue cue : cues) {
            String text = cue.text();
            int open = Math.max(text.lastIndexOf("<v "), text.lastIndexOf("<v."));
            if (open >= 0 && text.indexOf('>', open) < 0) {
                throw new Unreadable(cue.line(), "a voice tag <v Name> is not closed; the file is damaged or cut off");
            }
            Matcher voice = VOICE.matcher(text);
            int from = 0;
            String speaker = null;
            while (voice.find()) {
                addUnlessBlank(said, cue, speaker, text.substring(from, voice.start()));
                String name = voice.group(1) == null ? "" : Payload.spoken(voice.group(1));
                speaker = name.isEmpty() ? null : name;
                from = voice.end();
            }
            said.add(new Said(cue, speaker, false, Payload.spoken(text.substring(from))));
        }
        Cue last = cues.getLast();
        if (closing && cues.size() > 1 && !last.text().isEmpty() && isTagged(last) && !last.text().contains("</v>")) {
            throw new Unreadable(last.line(), "every other cue closes its voice tag with </v>, but the last does not: the file is cut off, export it again");
        }
        return said;
    }

    private static void addUnlessBlank(List<Said> said, Cue cue, @Nullable String speaker, String text) {
        String spoken = Payload.spoken(text);
        if (!spoken.isEmpty()) {
            said.add(new Said(cue, speaker, false, spoken));
        }
    }
}
