package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Rev.ai: monologues of words and punctuation, the latter with the spaces; seconds, and only for words. Programs around it keep the words as one text. */
final class RevAi implements JsonFormat {

    private static final Format FORMAT = new Format("rev-ai", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value elements = document.at("monologues").head().at("elements");
        return elements.isArray() || elements.node().isString();
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Map<String, String> names = new HashMap<>();
        for (Value speaker : call.at("speakers").each()) {
            String id = speaker.at("id").text();
            String name = speaker.at("name").text();
            if (id != null && name != null) {
                names.put(id, name);
            }
        }
        for (Value monologue : call.at("monologues").rows()) {
            String id = monologue.at("speaker").text();
            String stated = monologue.at("speaker_info").at("display_name").text();
            String name = stated == null && id != null ? names.get(id) : stated;
            StringBuilder text = new StringBuilder();
            Long start = null;
            Long end = null;
            String asOne = monologue.at("elements").text();
            for (Value element : asOne == null ? monologue.at("elements").rows() : List.<Value>of()) {
                String value = element.at("value").verbatim();
                text.append(value == null ? "" : value);
                Long from = element.seconds("ts");
                Long to = element.seconds("end_ts");
                start = start == null ? from : start;
                end = to == null ? end : to;
            }
            boolean timed = start != null;
            talk.said(name == null ? Talk.numbered(id) : name, asOne == null ? text.toString() : asOne, timed ? start : monologue.seconds("start_time"),
                    timed ? end : monologue.seconds("end_time"));
        }
    }
}
