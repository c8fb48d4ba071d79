package org.turnwise.annotation;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes label schemes as {@link LabelSchemeReader} reads them. */
public final class LabelSchemeWriter {

    private static final JsonMapper LINE = JsonMapper.builder().build();
    private static final JsonMapper PAGE = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private LabelSchemeWriter() {}

    /** On one line. */
    public static String line(LabelScheme scheme) {
        return LINE.writeValueAsString(tree(scheme));
    }

    /** For people to read and edit. */
    public static String page(LabelScheme scheme) {
        return PAGE.writeValueAsString(tree(scheme)) + "\n";
    }

    private static ObjectNode tree(LabelScheme scheme) {
        ObjectNode json = LINE.createObjectNode().put("name", scheme.name()).put("version", scheme.version());
        add(json.putArray("labels"), scheme.labels());
        if (!scheme.retired().isEmpty()) {
            add(json.putArray("retired"), scheme.retired());
        }
        return json;
    }

    private static void add(ArrayNode array, List<Label> labels) {
        for (Label label : labels) {
            ObjectNode object = array.addObject().put("id", label.id()).put("kind", label.kind().name()).put("name", label.name());
            ArrayNode sides = object.putArray("sides");
            label.sides().stream().sorted().forEach(side -> sides.add(side.name()));
            object.put("key", label.key()).put("tone", label.tone().name()).put("guidance", label.guidance()).put("family", label.family());
        }
    }
}
