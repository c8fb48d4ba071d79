package org.turnwise.scoring.recogniser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
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

    /** Those that stand now and that the reader may see: while they read a call blind, nobody's but their own. */
    public static WorkspaceLabels seenBy(String reader, Journal journal, LabelScheme scheme) {
        Map<CallId, List<Annotation>> seen = new HashMap<>(journal.current(journal.labelCounts().keySet()));
        seen.replaceAll((call, standing) -> Blind.visible(standing, reader));
        return new WorkspaceLabels(seen, scheme);
    }

    /** Whether somebody is done with the call. */
    public boolean submitted(CallId call) {
        return standing.getOrDefault(call, List.of()).stream().anyMatch(a -> a.label().equals(Statuses.SUBMITTED));
    }

    /** With those that the call's source carries. */
    public CallLabels of(Call call) {
        return CallLabels.of(call, standing.getOrDefault(call.id(), List.of()), scheme);
    }
}
