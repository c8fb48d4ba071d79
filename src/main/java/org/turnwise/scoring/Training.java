package org.turnwise.scoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.recogniser.WorkspaceLabels;
import org.turnwise.task.Progress;

/**
 * Trains scorer versions from a workspace's calls and outcomes. What it learns from is every call whose sides are settled and whose outcome says yes or no;
 * open deals and calls in which nobody was sold to stay out. Any thread.
 */
public final class Training {

    /** Fewest calls that converted, and fewest that did not, that a scorer is trained on. */
    public static final int FEWEST_A_CLASS = 20;

    /** Not enough outcomes to train on; the message says how many there are and how many are needed. */
    public static final class TooFewOutcomes extends RuntimeException {
        private final int converted;
        private final int notConverted;

        public TooFewOutcomes(int converted, int notConverted) {
            super("to train, at least " + FEWEST_A_CLASS + " calls that converted and " + FEWEST_A_CLASS + " that did not are needed; there are "
                    + converted + " and " + notConverted);
            this.converted = converted;
            this.notConverted = notConverted;
        }

        public int converted() {
            return converted;
        }

        public int notConverted() {
            return notConverted;
        }
    }

    /** No customer can be held out to measure on; the message says why. */
    public static final class CannotHoldOut extends RuntimeException {
        public CannotHoldOut(String message) {
            super(message);
        }
    }

    /** Share of the time that reading takes when no embedding is kept yet. */
    private static final double READING = .4;

    /** Share of the time after which what was trained only has to be measured. */
    private static final double TRAINED = .88;

    /** Held-out calls that are forecast at once, on all cores. */
    private static final int TOGETHER = 128;

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final Journal journal;
    private final LabelScheme scheme;
    private final Embeddings embeddings;
    private final ScorerVersions versions;
    private final Assessor assessor;
    private final Clock clock;

    public Training(
            CallRepository calls,
            Outcomes outcomes,
            Journal journal,
            LabelScheme scheme,
            Embeddings embeddings,
            ScorerVersions versions,
            Assessor assessor,
            Clock clock) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.journal = journal;
        this.scheme = scheme;
        this.embeddings = embeddings;
        this.versions = versions;
        this.assessor = assessor;
        this.clock = clock;
    }

    /**
     * @return the new candidate, stored. Cancelled (by {@link java.util.concurrent.CancellationException}) or failed, it leaves nothing behind.
     * @throws TooFewOutcomes if a class has fewer calls than {@link #FEWEST_A_CLASS}
     * @throws CannotHoldOut  if the calls belong to too few customers to hold some out
     */
    public ScorerVersion train(long seed, Progress progress) {
        Instant began = clock.instant();
        long beganNanos = System.nanoTime();
        Snapshot snapshot = snapshot(seed, progress.part(0, READING));
        Trainer.Trained trained = Trainer.train(snapshot, progress.part(READING, TRAINED));
        String evaluation = assess(trained.crossFitted(), seed, progress.part(TRAINED, .98));
        progress.report(.98, "Storing the new version");
        progress.checkCancelled();
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        ScorerVersion version = new ScorerVersion(
                0, ScorerVersion.Status.CANDIDATE, began, seconds, seed, snapshot.samples().size(), snapshot.converted(), snapshot.hash(), scheme.id(),
                outcomes.policy().version(), trained.live(), trained.finished(), trained.prior(), trained.priorFinished(), null);
        ScorerVersion stored = versions.add(version, trained.scorer().write(), evaluation);
        progress.report(1, "Stored version " + stored.number());
        return stored;
    }

    private Snapshot snapshot(long seed, Progress progress) {
        Map<CallId, Outcomes.Known> known = outcomes.known();
        WorkspaceLabels labels = WorkspaceLabels.read(journal, scheme);
        Snapshot.Builder snapshot = new Snapshot.Builder(embeddings, seed);
        Set<CallId> leftOut = calls.leftOut();
        int total = Math.max(1, calls.count());
        int[] read = {0};
        calls.forEach(call -> {
            progress.checkCancelled();
            progress.report(.2 * Math.min(1, read[0]++ / (double) total), "Reading calls");
            Outcomes.Known outcome = known.get(call.id());
            if (outcome != null && !leftOut.contains(call.id()) && call.sidesSettled() && saysYesOrNo(outcome)) {
                snapshot.add(new Example(call, outcome.kind().conversion() == Conversion.YES, outcome.weight(), outcome.reward(), labels.of(call)));
            }
        });
        return snapshot.take(progress.part(.2, 1));
    }

    /** Calls are read again rather than kept in memory all the while. */
    private String assess(CrossFitted crossFitted, long seed, Progress progress) {
        CrossFitted.Beside beside = crossFitted.besideBaselines(progress.part(0, .2));
        int total = Math.max(1, calls.count());
        int[] read = {0};
        List<Call> waiting = new ArrayList<>();
        List<HeldOutCall> heldOut = new ArrayList<>();
        calls.forEach(call -> {
            progress.checkCancelled();
            progress.report(.2 + .4 * Math.min(1, read[0]++ / (double) total), "Forecasting held-out calls");
            if (beside.holds(call)) {
                waiting.add(call);
            }
            if (waiting.size() == TOGETHER) {
                heldOut.addAll(forecast(waiting, beside));
                waiting.clear();
            }
        });
        heldOut.addAll(forecast(waiting, beside));
        return assessor.assess(heldOut, Math.max(0, read[0] - heldOut.size()), crossFitted.folds(), seed, progress.part(.6, 1));
    }

    private List<HeldOutCall> forecast(List<Call> together, CrossFitted.Beside beside) {
        return together.parallelStream().map(call -> beside.of(call, embeddings)).toList();
    }

    private static boolean saysYesOrNo(Outcomes.Known outcome) {
        Conversion conversion = outcome.kind().conversion();
        return conversion == Conversion.YES || conversion == Conversion.NO;
    }
}
