package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Chorus: snippets with the second they begin at, and who is rep and who is customer. */
final class ChorusConversation implements JsonFormat {

    private static final Format FORMAT = new Format("chorus", TimingClass.TURN_START_S);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return utterances(document).head().has("snippet");
    }

    private static Value utterances(Value document) {
        return document.has("recording") ? document.at("recording").at("utterances") : document.at("utterances");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.first("subject", "name").text()).startedAt(call.at("date_time").instant()).group(call.first("account_name", "account_id").text());
        talk.extras(extras(call));
        Map<String, Side> sides = new HashMap<>();
        for (Value participant : call.at("participants").each()) {
            String name = participant.at("name").text();
            if (name != null) {
                sides.put(name, side(participant.at("type")));
            }
        }
        for (Value utterance : utterances(call).rows()) {
            String name = utterance.at("speaker_name").text();
            Side stated = side(utterance.at("speaker_type"));
            Side side = name == null || stated != Side.OTHER ? stated : sides.getOrDefault(name, Side.OTHER);
            String speaker = name == null ? null : talk.person(name, name, side);
            talk.said(speaker, utterance.at("snippet").text(), utterance.seconds("snippet_time"), null);
        }
    }

    private static Side side(Value type) {
        return type.says("rep") ? Side.REP : type.says("cust") || type.says("customer") ? Side.CUSTOMER : Side.OTHER;
    }

    private static @Nullable String extras(Value call) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("id", "opportunity_id", "account_id")) {
            String value = call.at(field).text();
            if (value != null) {
                meta.put(field.equals("id") ? "call_id" : field, value);
            }
        }
        if (call.at("no_show").node().isBoolean()) {
            meta.set("no_show", call.at("no_show").node());
        }
        return meta.isEmpty() ? null : JsonNodeFactory.instance.objectNode().set("meta", meta).toString();
    }
}
