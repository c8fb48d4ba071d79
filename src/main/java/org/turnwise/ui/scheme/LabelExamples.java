package org.turnwise.ui.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;
import org.turnwise.ui.common.Texts;

/**
 * Turns that carry a label, as far as whoever looks may know what others said. Any thread.
 *
 * @param reader who looks
 */
record LabelExamples(Journal journal, CallRepository calls, String reader) {

    private static final int MOST = 20;

    /** A turn that carries the label; or the call as a whole, then without text. */
    record Example(CallId call, String title, int ordinal, String who, String text) {}

    List<Example> of(Label label) {
        Map<CallId, Optional<Call>> read = new HashMap<>();
        List<Example> found = new ArrayList<>();
        Set<CallId> blind = Blind.calls(journal, reader);
        for (Annotation annotation : journal.carrying(label.id(), MOST)) {
            if (blind.contains(annotation.target().call()) && !annotation.annotator().equals(reader)) {
                continue;
            }
            read.computeIfAbsent(annotation.target().call(), calls::find).ifPresent(call -> found.add(example(call, annotation)));
        }
        return found;
    }

    private static Example example(Call call, Annotation annotation) {
        int ordinal = annotation.target().ordinals().stream().findFirst().orElse(0);
        if (annotation.target().ordinals().isEmpty() || ordinal >= call.turns().size()) {
            return new Example(call.id(), call.title(), 0, Texts.text("scheme.example.call"), "");
        }
        Turn turn = call.turns().get(ordinal);
        return new Example(call.id(), call.title(), ordinal, call.speakerOf(turn).name(), turn.text());
    }
}
