package org.turnwise.intake.json;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Aircall: utterances of people inside and outside the company, in seconds. */
final class Aircall implements JsonFormat {

    private static final Format FORMAT = new Format("aircall", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return document.at("content").at("utterances").head().has("participant_type");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.startedAt(call.at("call_created_at").instant());
        String callId = call.at("call_id").text();
        if (callId != null) {
            ObjectNode extras = JsonNodeFactory.instance.objectNode();
            extras.putObject("meta").put("call_id", callId);
            talk.extras(extras.toString());
        }
        for (Value utterance : call.at("content").at("utterances").rows()) {
            talk.said(speaker(utterance, talk), utterance.at("text").text(), utterance.seconds("start_time"), utterance.seconds("end_time"));
        }
    }

    private static @Nullable String speaker(Value utterance, Talk talk) {
        String type = utterance.at("participant_type").text();
        if (type == null) {
            return null;
        }
        String who = utterance.first("user_id", "phone_number").text();
        Side side = type.equalsIgnoreCase("internal") ? Side.REP : type.equalsIgnoreCase("external") ? Side.CUSTOMER : Side.OTHER;
        return talk.person(type + " " + who, type, side);
    }
}
