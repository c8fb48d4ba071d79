package org.turnwise.intake.json;

import java.util.List;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** Teams transcripts as JSON: the entries that its recording page loads, with offsets, or the metadata of Graph, at absolute times. */
final class TeamsEntries implements JsonFormat {

    private static final Format FORMAT = new Format("teams-json", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = entries(document).head();
        return first.has("spokenText") || first.node().has("speakerDisplayName") && first.has("startOffset");
    }

    private static Value entries(Value document) {
        return document.isArray() ? document : document.first("entries", "value");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        List<Value> entries = entries(call).rows();
        Moments moments = Moments.of(entries, "startDateTime");
        TimeScale scale = Numbers.scale(entries, "startOffset", "endOffset", null).orElse(TimeScale.SECONDS);
        talk.startedAt(moments.first());
        for (Value entry : entries) {
            boolean absolute = entry.has("startDateTime");
            talk.said(entry.first("speakerName", "speakerDisplayName").text(), entry.first("spokenText", "text").text(),
                    absolute ? moments.since(entry.at("startDateTime")) : entry.at("startOffset").time(scale),
                    absolute ? moments.since(entry.at("endDateTime")) : entry.at("endOffset").time(scale));
        }
    }
}
