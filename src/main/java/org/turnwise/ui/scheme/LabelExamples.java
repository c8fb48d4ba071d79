package org.turnwise.ui.scheme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        List<Annotation> carrying = journal.carrying(label.id(), MOST);
        Map<CallId, List<Annotation>> standing = journal.current(carrying.stream().map(annotation -> annotation.target().call()).collect(Collectors.toSet()));
        for (Annotation annotation : carrying) {
            CallId id = annotation.target().call();
            if (Blind.visible(standing.getOrDefault(id, List.of()), reader).contains(annotation)) {
                read.computeIfAbsent(id, calls::find).ifPresent(call -> found.add(example(call, annotation)));
            }
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
