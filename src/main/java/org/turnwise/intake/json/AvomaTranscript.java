package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.Map;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** Avoma: pieces with a time for each word and the number of who speaks, and beside them who that is and whether they sell. */
final class AvomaTranscript implements JsonFormat {

    private static final Format FORMAT = new Format("avoma", TimingClass.TURN_START_S);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("transcript").head();
        return first.has("speaker_id") && first.has("transcript") && first.at("timestamps").isArray();
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Map<String, String> names = new HashMap<>();
        for (Value speaker : call.at("speakers").each()) {
            String id = speaker.at("id").text();
            if (id != null) {
                String name = speaker.at("name").text();
                name = name == null ? speaker.at("email").text() : name;
                Side side = speaker.at("is_rep").node().isBoolean() ? speaker.at("is_rep").node().booleanValue() ? Side.REP : Side.CUSTOMER : Side.OTHER;
                names.put(id, talk.person(id, name == null ? Talk.numbered(id) : name, side));
            }
        }
        for (Value piece : call.at("transcript").rows()) {
            String id = piece.at("speaker_id").text();
            Long start = piece.at("timestamps").head().time(TimeScale.SECONDS);
            talk.said(id == null ? null : names.getOrDefault(id, "Speaker " + id), piece.at("transcript").text(), start, null);
        }
    }
}
