package org.turnwise.intake.json;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Speechmatics before its second version: words and full stops in one list, who begins to speak when in another; seconds as text. */
final class SpeechmaticsOld implements JsonFormat {

    private static final Format FORMAT = new Format("speechmatics", TimingClass.WORD_MS);
    private static final String NOBODY = "";

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return isTimed(document.at("words").head()) && isTimed(document.at("speakers").head());
    }

    private static boolean isTimed(Value row) {
        return row.has("name") && row.has("time") && row.has("duration");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        NavigableMap<Long, String> changes = new TreeMap<>();
        for (Value speaker : call.at("speakers").rows()) {
            Long at = speaker.seconds("time");
            String name = speaker.at("name").text();
            if (at != null) {
                changes.put(at, name == null ? NOBODY : name);
            }
        }
        Words words = new Words(talk);
        for (Value word : call.at("words").rows()) {
            String name = word.at("name").text();
            Long start = word.seconds("time");
            Long lasting = word.seconds("duration");
            if (name != null && !words.isEmpty() && !name.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.mark(name);
            } else {
                words.word(speaking(changes, start), name, start, start == null || lasting == null ? null : Long.valueOf(start + lasting));
            }
        }
        words.end();
    }

    private static @Nullable String speaking(NavigableMap<Long, String> changes, @Nullable Long atMs) {
        Map.Entry<Long, String> last = atMs == null ? null : changes.floorEntry(atMs);
        return last == null || last.getValue().equals(NOBODY) ? null : last.getValue();
    }
}
