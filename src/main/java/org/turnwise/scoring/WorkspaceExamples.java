package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.recogniser.WorkspaceLabels;
import org.turnwise.task.Progress;

/** What a workspace has to learn from: the calls that {@link Training} learns from, in memory. Any thread. */
public record WorkspaceExamples(CallRepository calls, Outcomes outcomes, Journal journal, CurrentScheme scheme) {

    /**
     * @param leftOut calls that say neither yes nor no, or whose sides are not settled
     */
    public record Read(List<Example> examples, int leftOut) {}

    /**
     * As they stand now.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Read read(Progress progress) {
        List<Example> examples = new ArrayList<>();
        int all = forEach(examples::add, progress);
        return new Read(List.copyOf(examples), all - examples.size());
    }

    /**
     * Hands them over one by one.
     *
     * @return how many calls there are, those that nothing can be learned from included
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    int forEach(Consumer<Example> taker, Progress progress) {
        Map<CallId, Outcomes.Known> known = outcomes.known();
        WorkspaceLabels labels = WorkspaceLabels.read(journal, scheme.now());
        Set<CallId> leftOut = calls.leftOut();
        int total = Math.max(1, calls.count());
        int[] read = {0};
        calls.forEach(call -> {
            progress.checkCancelled();
            progress.report(Math.min(1, read[0]++ / (double) total), "Reading calls");
            Outcomes.Known outcome = known.get(call.id());
            if (outcome != null && !leftOut.contains(call.id()) && call.sidesSettled() && saysYesOrNo(outcome)) {
                taker.accept(new Example(call, outcome.kind().conversion() == Conversion.YES, outcome.weight(), outcome.reward(), labels.of(call)));
            }
        });
        return read[0];
    }

    private static boolean saysYesOrNo(Outcomes.Known outcome) {
        Conversion conversion = outcome.kind().conversion();
        return conversion == Conversion.YES || conversion == Conversion.NO;
    }
}
