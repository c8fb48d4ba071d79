package org.turnwise.intake.json;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** HubSpot's call transcripts: utterances in milliseconds, with names and addresses of who speaks. */
final class HubSpotTranscript implements JsonFormat {

    private static final Format FORMAT = new Format("hubspot", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return utterances(document).head().has("startTimeMillis");
    }

    private static Value utterances(Value document) {
        return document.first("transcriptCreateUtterances", "transcriptUtterances", "utterances");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        String engagement = call.at("engagementId").text();
        if (engagement != null) {
            ObjectNode extras = JsonNodeFactory.instance.objectNode();
            extras.putObject("meta").put("call_id", engagement);
            talk.extras(extras.toString());
        }
        for (Value utterance : utterances(call).rows()) {
            talk.said(speaker(utterance.at("speaker"), talk), utterance.at("text").text(),
                    utterance.millis("startTimeMillis"), utterance.millis("endTimeMillis"));
        }
    }

    private static @Nullable String speaker(Value speaker, Talk talk) {
        if (!speaker.isObject()) {
            return speaker.text();
        }
        String name = speaker.first("name", "email").text();
        String id = speaker.first("id", "email", "name").text();
        return id == null ? null : talk.person(id, name == null ? Talk.numbered(id) : name, Side.OTHER);
    }
}
