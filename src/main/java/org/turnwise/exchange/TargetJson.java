package org.turnwise.exchange;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an annotation is about, as JSON. */
final class TargetJson {

    private static final int LONGEST_QUOTE = 1_000_000;

    private TargetJson() {}

    static ObjectNode write(Target target) {
        ObjectNode json = EntryJson.JSON.createObjectNode().put("call", target.call().value());
        return switch (target) {
            case Target.OfCall call -> json.put("of", "call");
            case Target.OfTurn turn -> json.put("of", "turn").put("turn", turn.ordinal());
            case Target.OfSpan span ->
                json.put("of", "span").put("turn", span.ordinal()).put("from", span.from()).put("to", span.to()).put("quote", span.quote());
            case Target.OfTurns turns -> {
                ArrayNode ordinals = json.put("of", "turns").putArray("turns");
                turns.ordinals().forEach(ordinals::add);
                yield json;
            }
        };
    }

    /** @throws IllegalArgumentException if it is no target that this Turnwise knows */
    static Target read(JsonNode json) {
        CallId call = new CallId(EntryJson.text(json, "call", CallId.MAX_LENGTH));
        String of = EntryJson.text(json, "of", 20);
        return switch (of) {
            case "call" -> new Target.OfCall(call);
            case "turn" -> new Target.OfTurn(call, number(json, "turn"));
            case "span" -> new Target.OfSpan(
                    call, number(json, "turn"), number(json, "from"), number(json, "to"), EntryJson.text(json, "quote", LONGEST_QUOTE));
            case "turns" -> {
                List<Integer> ordinals = new ArrayList<>();
                EntryJson.required(json, "turns").forEach(ordinal -> ordinals.add(bounded(ordinal, "turns")));
                yield new Target.OfTurns(call, ordinals);
            }
            default -> throw new IllegalArgumentException("it is about \"" + of + "\"; update Turnwise if that is something new");
        };
    }

    private static int number(JsonNode json, String name) {
        return bounded(EntryJson.required(json, name), name);
    }

    private static int bounded(JsonNode value, String name) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, EntryJson.number(value, name)));
    }
}
