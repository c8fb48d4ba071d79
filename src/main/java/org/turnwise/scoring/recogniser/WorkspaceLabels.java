package org.turnwise.scoring.recogniser;

import java.util.List;
import java.util.Map;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Rereading;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;

/** What people's labels said of the calls of a workspace at one moment, to be trained on. Immutable. */
public final class WorkspaceLabels {

    private final Map<CallId, List<Annotation>> standing;
    private final LabelScheme scheme;

    private WorkspaceLabels(Map<CallId, List<Annotation>> standing, LabelScheme scheme) {
        this.standing = standing;
        this.scheme = scheme;
    }

    /** Those that stand now; edits made later don't change it. What was said on reading a call again is there to compare, and would count a call twice. */
    public static WorkspaceLabels read(Journal journal, LabelScheme scheme) {
        Map<CallId, List<Annotation>> standing = journal.current(journal.labelCounts().keySet());
        standing.replaceAll((call, annotations) -> annotations.stream().filter(a -> !Rereading.isAgain(a.annotator())).toList());
        return new WorkspaceLabels(standing, scheme);
    }

    /** With those that the call's source carries. */
    public CallLabels of(Call call) {
        return CallLabels.of(call, standing.getOrDefault(call.id(), List.of()), scheme);
    }
}
