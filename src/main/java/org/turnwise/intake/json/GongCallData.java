package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.AboutCalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gong's call data ({@code /v2/calls/extensive}): who took part and on which side, the deal and its stage, but nothing of what was said. */
final class GongCallData {

    private GongCallData() {}

    static boolean fits(Value document) {
        return isCall(document) || document.at("calls").isArray() && isCall(document.at("calls").head());
    }

    private static boolean isCall(Value value) {
        return value.has("metaData") && !value.has("transcript");
    }

    /** By call id; calls without one are left out. */
    static Map<String, AboutCalls.About> of(Value document) {
        Map<String, AboutCalls.About> about = new HashMap<>();
        for (Value call : document.has("calls") ? document.at("calls").each() : List.of(document)) {
            String id = call.at("metaData").at("id").text();
            if (id != null) {
                about.put(id, about(call));
            }
        }
        return about;
    }

    /** Parties who never spoke have no speaker id; nothing that is said refers to them. */
    static AboutCalls.About about(Value call) {
        Value meta = call.at("metaData");
        List<AboutCalls.Party> parties = new ArrayList<>();
        for (Value party : call.at("parties").each()) {
            String speakerId = party.at("speakerId").text();
            if (speakerId != null) {
                String name = party.first("name", "emailAddress", "phoneNumber").text();
                parties.add(new AboutCalls.Party(speakerId, name, side(party.at("affiliation"))));
            }
        }
        JsonNode duration = meta.at("duration").node();
        return new AboutCalls.About(meta.at("title").text(), meta.first("started", "scheduled").instant(), account(call),
                Numbers.isFinite(duration) ? duration.decimalValue() : null, parties, extras(meta.at("id").text(), call));
    }

    private static Side side(Value affiliation) {
        return affiliation.says("Internal") ? Side.REP : affiliation.says("External") ? Side.CUSTOMER : Side.OTHER;
    }

    private static @Nullable String account(Value call) {
        for (Value object : objects(call)) {
            if (object.at("objectType").says("Account")) {
                return object.at("objectId").text();
            }
        }
        return null;
    }

    private static List<Value> objects(Value call) {
        List<Value> objects = new ArrayList<>();
        List<Value> contexts = new ArrayList<>(call.at("context").each());
        call.at("parties").each().forEach(party -> contexts.addAll(party.at("context").each()));
        contexts.forEach(context -> objects.addAll(context.at("objects").each()));
        return objects;
    }

    /** What joins the call to its deal: Gong's id, and the CRM's objects with their stage as it was at the time of the call and as it is now. */
    static @Nullable String extras(@Nullable String callId, @Nullable Value call) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        if (callId != null) {
            meta.put("call_id", callId);
        }
        ArrayNode crm = JsonNodeFactory.instance.arrayNode();
        for (Value object : call == null ? List.<Value>of() : objects(call)) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            for (String field : List.of("objectType", "objectId", "timing")) {
                String value = object.at(field).text();
                if (value != null) {
                    kept.put(field, value);
                }
            }
            for (Value field : object.at("fields").each()) {
                String value = field.at("value").text();
                if (field.at("name").says("StageName") && value != null) {
                    kept.put("stage", value);
                }
            }
            crm.add(kept);
        }
        if (!crm.isEmpty()) {
            meta.set("crm", crm);
        }
        return meta.isEmpty() ? null : JsonNodeFactory.instance.objectNode().set("meta", meta).toString();
    }
}
