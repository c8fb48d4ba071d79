package org.turnwise.intake;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardSignal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a call as a conversation object. */
final class ConversationWriter {

    private ConversationWriter() {}

    static ObjectNode object(ImportedCall imported, RewardSignal.@Nullable Origin outcomeSource) {
        Call call = imported.call();
        ObjectNode object = ConversationJsonl.JSON.createObjectNode();
        object.put("id", call.id().value());
        object.put("source", call.source().name());
        object.put("title", call.title());
        if (call.startedAt() != null) {
            object.put("started_at", call.startedAt().toString());
        }
        object.put("format", call.source().format());
        object.put("timing", call.timing().name());
        participants(call, object.putArray("participants"));
        turns(call, object.putArray("turns"));
        outcome(imported.outcome(), outcomeSource, object);
        if (!imported.annotations().isEmpty()) {
            ConversationAnnotations.write(imported.annotations(), object.putArray("annotations"));
        }
        extras(call, object);
        group(call, object);
        return object;
    }

    private static void participants(Call call, ArrayNode participants) {
        for (Participant participant : call.participants()) {
            ObjectNode object = participants.addObject().put("key", participant.key()).put("name", participant.name()).put("side", participant.side().name());
            if (participant.email() != null) {
                object.put("email", participant.email());
            }
        }
    }

    private static void turns(Call call, ArrayNode turns) {
        for (Turn turn : call.turns()) {
            ObjectNode object = turns.addObject();
            object.put("speaker", call.sideOf(turn).name().toLowerCase(Locale.ROOT));
            object.put("participant", turn.speaker());
            object.put("text", turn.text());
            object.set("start", seconds(turn.startMs()));
            object.set("end", seconds(turn.endMs()));
        }
    }

    private static JsonNode seconds(@Nullable Long millis) {
        var nodes = ConversationJsonl.JSON.getNodeFactory();
        return millis == null ? nodes.nullNode() : nodes.numberNode(BigDecimal.valueOf(millis, 3));
    }

    private static void outcome(@Nullable OutcomeKind kind, RewardSignal.@Nullable Origin source, ObjectNode object) {
        Integer converted = kind == null ? null : switch (kind.conversion()) {
            case YES -> Integer.valueOf(1);
            case NO -> Integer.valueOf(0);
            case CENSORED, SILENT -> null;
        };
        object.put("outcome", converted);
        if (kind != null) {
            object.put("outcome_kind", kind.name());
        }
        if (kind != null && source != null) {
            object.put("outcome_source", source.name());
        }
    }

    private static void extras(Call call, ObjectNode object) {
        String extras = call.source().extras();
        if (extras != null && ConversationJsonl.JSON.readTree(extras) instanceof ObjectNode fields) {
            fields.properties().stream().filter(field -> !object.has(field.getKey())).forEach(field -> object.set(field.getKey(), field.getValue()));
        }
    }

    /**
     * Other programs find the group in {@code meta.group}. Where the source's own meta says otherwise, or has none, the field {@code group} says
     * that what stands in meta is Turnwise's doing, so that reading takes it out again.
     */
    private static void group(Call call, ObjectNode object) {
        JsonNode meta = object.get("meta");
        JsonNode stated = meta == null ? null : meta.get("group");
        if (ConversationParser.groupIn(meta, call.id()).equals(call.group())) {
            return;
        }
        object.put("group", call.group());
        if (meta == null) {
            object.putObject("meta").put("group", call.group());
        } else if (stated == null && meta instanceof ObjectNode fields) {
            fields.put("group", call.group());
        }
    }
}
