package org.turnwise.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The field {@code annotations} of a conversation. {@code turn} names the turn that a label is on; with {@code from}, {@code to} and {@code quote} the words
 * in it, in code points; an objection's episode has {@code turns} instead; on the call as a whole there is neither.
 */
final class ConversationAnnotations {

    private ConversationAnnotations() {}

    static void write(List<Annotation> from, ArrayNode annotations) {
        for (Annotation annotation : from) {
            ObjectNode object = annotations.addObject();
            object.put("id", annotation.id().toString());
            target(annotation.target(), object);
            object.put("kind", annotation.kind().name());
            object.put("label", annotation.label());
            object.put("text", annotation.text());
            object.put("annotator", annotation.annotator());
            object.put("at", annotation.at().toString());
            object.put("scheme", annotation.scheme());
        }
    }

    private static void target(Target target, ObjectNode object) {
        switch (target) {
            case Target.OfCall call -> object.putNull("turn");
            case Target.OfTurn turn -> object.put("turn", turn.ordinal());
            case Target.OfSpan span ->
                object.put("turn", span.ordinal()).put("from", span.from()).put("to", span.to()).put("quote", span.quote());
            case Target.OfTurns turns -> turns.ordinals().forEach(object.putArray("turns")::add);
        }
    }

    static List<Annotation> read(Fields fields, Call call) throws Unreadable {
        List<Annotation> annotations = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (Fields object : fields.optionalObjects("annotations")) {
            UUID id = object.uuid("id");
            if (!ids.add(id)) {
                throw object.wrong("id", "is " + id + ", as is another annotation's");
            }
            LabelKind kind = object.name("kind", LabelKind.class);
            annotations.add(new Annotation(id, target(object, kind, call), kind, object.text("label"), object.optionalText("text"),
                    object.text("annotator"), object.instant("at"), object.text("scheme")));
        }
        return annotations;
    }

    private static Target target(Fields object, LabelKind kind, Call call) throws Unreadable {
        Target target = target(object, call);
        String field = target instanceof Target.OfTurns ? "turns" : target instanceof Target.OfSpan ? "quote" : "turn";
        Optional<String> misfit = target.misfit(call);
        if (misfit.isPresent()) {
            throw object.wrong(field, misfit.get());
        }
        if (!kind.goesOn(target.level())) {
            throw object.wrong("kind", "is " + kind + ", which doesn't go on a " + target.level().name().toLowerCase(Locale.ROOT));
        }
        return target;
    }

    private static Target target(Fields object, Call call) throws Unreadable {
        if (object.has("turns")) {
            return new Target.OfTurns(call.id(), object.counts("turns"));
        }
        Integer turn = object.optionalCount("turn");
        if (turn == null) {
            return new Target.OfCall(call.id());
        }
        if (!object.has("from") && !object.has("to") && !object.has("quote")) {
            return new Target.OfTurn(call.id(), turn);
        }
        Integer from = object.optionalCount("from");
        Integer to = object.optionalCount("to");
        String quote = object.optionalText("quote");
        if (from == null || to == null || quote == null) {
            throw object.wrong("quote", "needs \"from\" and \"to\" beside it, and they need a quote");
        }
        return new Target.OfSpan(call.id(), turn, from, to, quote);
    }
}
