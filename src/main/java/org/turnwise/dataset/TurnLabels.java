package org.turnwise.dataset;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.Source;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The field {@code turn_labels} of conversation JSONL, in which other programs look for labels: per turn the ids that people put on it, and where
 * they put none what the source said itself. What the source said stands in {@code turn_labels_source} then, so nothing of it is lost, and an
 * export of an imported export says the same again.
 */
final class TurnLabels {

    private static final String LABELS = "turn_labels";
    private static final String OF_SOURCE = "turn_labels_source";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private TurnLabels() {}

    /** The call with the labels of people laid over those of its source. */
    static Call laidOver(ExportedCall exported) {
        Call call = exported.call();
        ObjectNode extras = extras(call);
        JsonNode ofSource = extras.has(OF_SOURCE) ? extras.get(OF_SOURCE) : extras.path(LABELS);
        boolean labeled = call.turns().stream().anyMatch(turn -> !ids(exported, turn.ordinal()).isEmpty());
        if (!labeled && !extras.has(OF_SOURCE)) {
            return call;
        }
        ArrayNode labels = JSON.createArrayNode();
        call.turns().forEach(turn -> labels.add(merged(ids(exported, turn.ordinal()), ofSource.path(turn.ordinal()))));
        extras.set(LABELS, labels);
        extras.set(OF_SOURCE, ofSource.isMissingNode() ? JSON.nullNode() : ofSource);
        return with(call, JSON.writeValueAsString(extras));
    }

    private static ObjectNode extras(Call call) {
        String extras = call.source().extras();
        return extras != null && JSON.readTree(extras) instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    private static JsonNode merged(List<String> ids, JsonNode ofSource) {
        if (ids.isEmpty() && !ofSource.isMissingNode()) {
            return ofSource;
        }
        ArrayNode labels = JSON.createArrayNode();
        ids.forEach(labels::add);
        return labels;
    }

    private static List<String> ids(ExportedCall exported, int ordinal) {
        return exported.onTurn(ordinal).stream()
                .filter(annotation -> annotation.kind() != LabelKind.NOTE)
                .map(Annotation::label)
                .distinct()
                .sorted()
                .toList();
    }

    private static Call with(Call call, @Nullable String extras) {
        Source source = call.source();
        return Objects.equals(extras, source.extras())
                ? call
                : new Call(call.id(), call.title(), new Source(source.format(), source.name(), extras), call.timing(), call.startedAt(), call.group(),
                        call.participants(), call.turns());
    }
}
