package org.turnwise.exchange;

import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an annotation is about, as JSON. */
final class TargetJson {

    private TargetJson() {}

    static ObjectNode write(Target target) {
        ObjectNode json = EntryJson.JSON.createObjectNode().put("call", target.call().value());
        return switch (target) {
            case Target.OfCall call -> json.put("of", "call");
            case Target.OfTurn turn -> json.put("of", "turn").put("turn", turn.ordinal());
        };
    }

    /** @throws IllegalArgumentException if it is no target that this Turnwise knows */
    static Target read(JsonNode json) {
        CallId call = new CallId(EntryJson.text(json, "call", CallId.MAX_LENGTH));
        String of = EntryJson.text(json, "of", 20);
        return switch (of) {
            case "call" -> new Target.OfCall(call);
            case "turn" -> new Target.OfTurn(call, ordinal(EntryJson.required(json, "turn")));
            default -> throw new IllegalArgumentException("it is about \"" + of + "\"; update Turnwise if that is something new");
        };
    }

    private static int ordinal(JsonNode value) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, EntryJson.number(value, "turn")));
    }
}
