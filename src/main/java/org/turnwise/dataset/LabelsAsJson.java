package org.turnwise.dataset;

import java.util.List;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Target;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Labels whose place takes more than a turn's number to say, in one cell: a JSON array, or nothing where there are none. */
final class LabelsAsJson {

    private LabelsAsJson() {}

    static String of(List<Annotation> labels) {
        if (labels.isEmpty()) {
            return "";
        }
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (Annotation label : labels) {
            ObjectNode object = array.addObject().put("label", label.label());
            place(label.target(), object);
            object.put("annotator", label.annotator());
        }
        return LoneSurrogates.escaped(JsonMapper.shared().writeValueAsString(array));
    }

    private static void place(Target target, ObjectNode object) {
        switch (target) {
            case Target.OfCall call -> {}
            case Target.OfTurn turn -> object.put("turn", turn.ordinal());
            case Target.OfSpan span -> object.put("from", span.from()).put("to", span.to()).put("quote", span.quote());
            case Target.OfTurns turns -> turns.ordinals().forEach(object.putArray("turns")::add);
        }
    }
}
