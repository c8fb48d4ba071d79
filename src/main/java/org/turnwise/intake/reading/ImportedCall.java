package org.turnwise.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.call.Call;
import org.turnwise.call.Source;
import org.turnwise.reward.OutcomeKind;

/**
 * What a reader made of a file, or of one line of it.
 *
 * @param outcome     what the source says came of it, or null
 * @param annotations labels that a Turnwise export carried; empty otherwise
 * @param warnings    what was guessed or set aside, for the report
 * @param line        where in the file it starts, from 1
 */
public record ImportedCall(Call call, @Nullable OutcomeKind outcome, List<Annotation> annotations, List<String> warnings, int line) {

    public ImportedCall {
        annotations = List.copyOf(annotations);
        warnings = List.copyOf(warnings);
    }

    /** The same, said to have come in another format. */
    public ImportedCall as(String format) {
        Call as = new Call(call.id(), call.title(), new Source(format, call.source().name(), call.source().extras()), call.timing(), call.startedAt(),
                call.group(),
                call.participants(), call.turns());
        return new ImportedCall(as, outcome, annotations, warnings, line);
    }

    /** The same, found at a line of a larger file. @param title what that calls it; empty if nothing */
    public ImportedCall at(int place, String title) {
        Call as = title.isEmpty() ? call
                : new Call(call.id(), title, call.source(), call.timing(), call.startedAt(), call.group(), call.participants(), call.turns());
        return new ImportedCall(as, outcome, annotations, warnings, place);
    }

    /** The same with more warnings. */
    public ImportedCall warning(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new ImportedCall(call, outcome, annotations, all, line);
    }
}
