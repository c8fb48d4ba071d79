package org.turnwise.scoring.recogniser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.turnwise.call.Call;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels that a conversation JSONL carries in {@code turn_labels}, one entry a turn: a label, a list of labels, an object with {@code labels} (or
 * {@code label}), or a list of such objects, one a sentence. An export of ours keeps the source's in {@code turn_labels_source} and lays people's over them in
 * the other; those of people come in as annotations, so they are not read here.
 */
final class SourceLabels {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LABELS = "turn_labels";
    private static final String OF_SOURCE = "turn_labels_source";

    private SourceLabels() {}

    /** None if the source has none, or has them for another number of turns, so that nobody knows which is whose. */
    static List<CallLabels.OnTurn> of(Call call) {
        String extras = call.source().extras();
        if (extras == null || !extras.contains(LABELS)) {
            return List.of();
        }
        JsonNode byTurn = labels(extras);
        if (!byTurn.isArray() || byTurn.size() != call.turns().size()) {
            return List.of();
        }
        List<CallLabels.OnTurn> turns = new ArrayList<>();
        for (int ordinal = 0; ordinal < byTurn.size(); ordinal++) {
            Set<String> labels = new TreeSet<>();
            collect(byTurn.get(ordinal), labels);
            if (!labels.isEmpty()) {
                turns.add(new CallLabels.OnTurn(ordinal, Family.SOURCE, labels));
            }
        }
        return turns;
    }

    private static JsonNode labels(String extras) {
        try {
            JsonNode object = JSON.readTree(extras);
            return object.has(OF_SOURCE) ? object.path(OF_SOURCE) : object.path(LABELS);
        } catch (JacksonException e) {
            // what a source said besides is kept as it stands, and nothing promises that it is JSON
            return JSON.missingNode();
        }
    }

    private static void collect(JsonNode node, Set<String> labels) {
        if (node.isString() && !node.asString().isBlank()) {
            labels.add(node.asString().strip());
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, labels));
        } else if (node.isObject()) {
            collect(node.path("labels"), labels);
            collect(node.path("label"), labels);
        }
    }
}
