package org.turnwise.simulate.output;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnwise.simulate.recording.SimulatedCall;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A call as a line of conversation JSONL: what a recorder would know, and what a CRM would if asked for, and nothing else. Any thread. */
final class Conversation {

    private static final JsonFactory JSON = new JsonFactory();

    private Conversation() {}

    /**
     * @param timed   whether turns have their start and end
     * @param outcome whether the recorded outcome stands in it
     */
    static String line(SimulatedCall call, boolean timed, boolean outcome) {
        StringWriter out = new StringWriter(2_048);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", call.id());
            json.writeStringProperty("source", "simulated");
            json.writeStringProperty("title", call.company());
            json.writeStringProperty("started_at", call.startedAt().toString());
            participants(json, call);
            json.writeArrayPropertyStart("turns");
            for (SimulatedCall.Line line : call.lines()) {
                json.writeStartObject();
                json.writeStringProperty("speaker", line.byRep() ? "rep" : "customer");
                json.writeStringProperty("participant", name(call, line));
                json.writeStringProperty("text", line.text());
                if (timed) {
                    seconds(json, "start", line.startMs());
                    seconds(json, "end", line.endMs());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            if (outcome) {
                json.writeNumberProperty("outcome", call.converted() ? 1 : 0);
                json.writeStringProperty("outcome_kind", call.outcome().name());
            }
            json.writeObjectPropertyStart("meta");
            json.writeStringProperty("group", "account-" + call.account());
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static String name(SimulatedCall call, SimulatedCall.Line line) {
        return line.byRep() ? call.rep() : call.speaker(line) + ", " + call.company();
    }

    private static void participants(JsonGenerator json, SimulatedCall call) {
        Map<String, String> sides = new LinkedHashMap<>();
        sides.put(call.rep(), "REP");
        sides.put(call.customer() + ", " + call.company(), "CUSTOMER");
        call.lines().forEach(line -> sides.putIfAbsent(name(call, line), "CUSTOMER"));
        json.writeArrayPropertyStart("participants");
        sides.forEach((name, side) -> {
            json.writeStartObject();
            json.writeStringProperty("key", name);
            json.writeStringProperty("name", name);
            json.writeStringProperty("side", side);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void seconds(JsonGenerator json, String name, long millis) {
        json.writeName(name);
        json.writeNumber(BigDecimal.valueOf(millis, 3));
    }
}
