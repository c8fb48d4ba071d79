package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.Map;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Google Meet's API: entries at absolute times, said by resources whose names stand in the list of participants, where that was kept. */
final class GoogleMeetEntries implements JsonFormat {

    private static final Format FORMAT = new Format("google-meet-api", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = entries(document).head();
        String participant = first.at("participant").text();
        return participant != null && first.has("text") && (participant.startsWith("conferenceRecords/") || document.has("transcriptEntries"));
    }

    private static Value entries(Value document) {
        return document.isArray() ? document : document.first("transcriptEntries", "entries");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Map<String, String> names = new HashMap<>();
        for (Value participant : call.at("participants").each()) {
            String resource = participant.at("name").text();
            String name = participant.first("signedinUser", "anonymousUser", "phoneUser").at("displayName").text();
            if (resource != null && name != null) {
                names.put(resource, name);
            }
        }
        Moments moments = Moments.of(entries(call).rows(), "startTime");
        talk.startedAt(moments.first());
        for (Value entry : entries(call).rows()) {
            String resource = entry.at("participant").text();
            String last = resource == null ? null : resource.substring(resource.lastIndexOf('/') + 1);
            String speaker = resource == null ? null : talk.person(resource, names.getOrDefault(resource, last), Side.OTHER);
            talk.said(speaker, entry.at("text").text(), moments.since(entry.at("startTime")), moments.since(entry.at("endTime")));
        }
    }
}
