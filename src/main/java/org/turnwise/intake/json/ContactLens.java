package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Amazon Connect Contact Lens and Transcribe Call Analytics, after a call or while it runs: rows in milliseconds, each with the role of who speaks. */
final class ContactLens implements JsonFormat {

    private static final Format FORMAT = new Format("contact-lens", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("Transcript").head();
        boolean after = first.has("Content") && (first.has("ParticipantId") || first.has("ParticipantRole") || document.has("Participants"));
        return after || document.at("Segments").each().stream().anyMatch(segment -> segment.at("Transcript").has("Content"));
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Map<String, Value> roles = new HashMap<>();
        for (Value participant : call.at("Participants").each()) {
            String id = participant.at("ParticipantId").text();
            if (id != null) {
                roles.put(id, participant.at("ParticipantRole"));
            }
        }
        boolean live = call.has("Segments");
        talk.titled(call.at("JobName").text());
        for (Value row : live ? call.at("Segments").rows() : call.at("Transcript").rows()) {
            Value said = live ? row.at("Transcript") : row;
            if (live && !said.isThere()) {
                continue; // a category that matched, or an issue
            }
            talk.said(speaker(said, roles, talk), said.at("Content").text(), said.millis("BeginOffsetMillis"), said.millis("EndOffsetMillis"));
        }
    }

    private static @Nullable String speaker(Value said, Map<String, Value> roles, Talk talk) {
        String id = said.at("ParticipantId").text();
        Value role = said.has("ParticipantRole") || id == null ? said.at("ParticipantRole") : roles.getOrDefault(id, said.at("ParticipantRole"));
        String name = role.text();
        Side side = role.says("AGENT") ? Side.REP : role.says("CUSTOMER") ? Side.CUSTOMER : Side.OTHER;
        String key = id == null ? name : id;
        return key == null ? null : talk.person(key, name, side);
    }
}
