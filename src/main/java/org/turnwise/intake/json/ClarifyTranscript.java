package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** Clarify: each participant's own segments, of terms and marks; starts and lengths in seconds. */
final class ClarifyTranscript implements JsonFormat {

    private static final Format FORMAT = new Format("clarify", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    /** Whoever is silent has no segments, and may come first. */
    @Override
    public boolean fits(Value document) {
        return document.at("participants").each().stream().limit(20)
                .anyMatch(participant -> participant.at("transcript").at("segments").head().at("terms").isArray());
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        int number = 0;
        for (Value participant : call.at("participants").rows()) {
            number++;
            String name = participant.at("name").text();
            for (Value segment : participant.at("transcript").at("segments").each()) {
                Long start = segment.at("start").time(TimeScale.SECONDS);
                Long lasting = segment.at("dur").time(TimeScale.SECONDS);
                talk.said(name == null ? Talk.numbered(String.valueOf(number)) : name, words(segment), start,
                        start == null || lasting == null ? null : Long.valueOf(start + lasting));
            }
        }
    }

    private static String words(Value segment) throws Unreadable {
        StringBuilder text = new StringBuilder();
        for (Value term : segment.at("terms").rows()) {
            String word = term.at("term").text();
            boolean apart = !text.isEmpty() && word != null && !term.at("type").says("mark");
            text.append(apart ? " " : "").append(word == null ? "" : word);
        }
        return text.toString();
    }
}
