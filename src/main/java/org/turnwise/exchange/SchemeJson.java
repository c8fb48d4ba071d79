package org.turnwise.exchange;

import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A label scheme as {@link org.turnwise.annotation.LabelSchemeReader} reads it. */
final class SchemeJson {

    private SchemeJson() {}

    static String write(LabelScheme scheme) {
        ObjectNode json = EntryJson.JSON.createObjectNode().put("name", scheme.name()).put("version", scheme.version());
        ArrayNode labels = json.putArray("labels");
        for (Label label : scheme.labels()) {
            ObjectNode object = labels.addObject().put("id", label.id()).put("kind", label.kind().name()).put("name", label.name());
            ArrayNode sides = object.putArray("sides");
            label.sides().stream().sorted().forEach(side -> sides.add(side.name()));
            object.put("key", label.key()).put("tone", label.tone().name()).put("guidance", label.guidance()).put("family", label.family());
        }
        return EntryJson.JSON.writeValueAsString(json);
    }
}
