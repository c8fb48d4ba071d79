package org.turnwise.scoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Journal;
import org.turnwise.call.Call;
import org.turnwise.call.CallRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.ScorerVersion.Origin;
import org.turnwise.scoring.member.PlainMembers;
import org.turnwise.task.Progress;

/**
 * Trains scorer versions from a workspace's calls and outcomes, fully or by refreshing the last full one. What it learns from is every call whose sides are
 * settled and whose outcome says yes or no; open deals and calls in which nobody was sold to stay out. Any thread.
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
    private final WorkspaceExamples examples;
    private final CurrentScheme scheme;
    private final Embeddings embeddings;
    private final ScorerVersions versions;
    private final MemberCaches caches;
    private final Assessor assessor;
    private final Clock clock;

    public Training(
            CallRepository calls,
            Outcomes outcomes,
            Journal journal,
            CurrentScheme scheme,
            Embeddings embeddings,
            ScorerVersions versions,
            MemberCaches caches,
            Assessor assessor,
            Clock clock) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.scheme = scheme;
        this.examples = new WorkspaceExamples(calls, outcomes, journal, scheme);
        this.embeddings = embeddings;
        this.versions = versions;
        this.caches = caches;
        this.assessor = assessor;
        this.clock = clock;
    }

    /**
     * Fits everything.
     *
     * @return the new candidate, stored. Cancelled (by {@link java.util.concurrent.CancellationException}) or failed, it leaves nothing behind.
     * @throws TooFewOutcomes if a class has fewer calls than {@link #FEWEST_A_CLASS}
     * @throws CannotHoldOut  if the calls belong to too few customers to hold some out
     */
    public ScorerVersion train(long seed, Progress progress) {
        Began began = new Began(clock.instant(), System.nanoTime(), scheme.now().id());
        Snapshot snapshot = snapshot(seed, progress.part(0, READING));
        Trainer.Full full = Trainer.full(snapshot, progress.part(READING, TRAINED));
        CrossFitted crossFitted = full.trained().crossFitted();
        List<Listener> listeners = listeners(snapshot, full, progress.part(TRAINED, .9));
        Map<String, Followed> followed = new ConcurrentHashMap<>();
        String evaluation = assess(
                crossFitted,
                call -> followed.computeIfAbsent(call.id().value(), id -> listeners.get(crossFitted.fold(call)).follow(call, embeddings)),
                seed, progress.part(.9, .97));
        progress.report(.97, "Storing the new version");
        MemberCache cache = cache(snapshot, full, followed, began.scheme());
        List<byte[]> parts = CachedMembers.parts(cache, full.members(), listeners);
        return store(
                version(began, seed, full.trained(), snapshot.samples(), snapshot.hash(), new Origin.Full(true)), full.trained().scorer(), evaluation,
                number -> caches.keep(number, parts), progress);
    }

    /**
     * Grows heads, calibrations, value model and novelty anew on today's outcomes, rewards, judgements and calls, over the members of the last full training.
     * Right after a full one, with its seed, it gives the same scorer again.
     *
     * @return the new candidate, stored. Cancelled (by {@link java.util.concurrent.CancellationException}) or failed, it leaves nothing behind.
     * @throws TooFewOutcomes if a class has fewer calls than {@link #FEWEST_A_CLASS}
     * @throws CannotRefresh  if a full training is needed first
     */
    public ScorerVersion refresh(long seed, Progress progress) {
        Began began = new Began(clock.instant(), System.nanoTime(), scheme.now().id());
        int full = caches.version().orElseThrow(() -> new CannotRefresh(
                CannotRefresh.Why.NO_FULL_TRAINING, "no full training has left members yet to grow anything over"));
        progress.report(0, "Reading what members said");
        Trainer.Base base = Scorer.read(versions.model(full)).base();
        CachedMembers members = CachedMembers.read(caches, base);
        checkReads(members.calls(), began.scheme());
        List<Example> today = examples.read(progress.part(.05, .2)).examples();
        Refresher refresher = new Refresher(members, embeddings);
        Refresher.Ready ready = refresher.ready(today, progress.part(.2, .3));
        Trainer.Trained trained = new HeadTraining(ready.samples(), ready.scores(), seed).grow(base, progress.part(.3, .8));
        CrossFitted crossFitted = trained.crossFitted();
        String evaluation = assess(crossFitted, call -> refresher.follow(call, crossFitted.fold(call)), seed, progress.part(.8, .97));
        return store(
                version(began, seed, trained, ready.samples(), ready.hash(), new Origin.Refresh(full)), trained.scorer(), evaluation, number -> {}, progress);
    }

    /** @param scheme the one in force then; it may change while a training runs */
    private record Began(Instant at, long nanos, String scheme) {}

    private void checkReads(MemberCache cache, String scheme) {
        if (cache.catalogue() != FeatureCatalogue.VERSION || !cache.encoder().equals(embeddings.encoder()) || !cache.scheme().equals(scheme)) {
            throw new CannotRefresh(
                    CannotRefresh.Why.READ_OTHERWISE,
                    "the last full training read calls with other features, another encoder or another label scheme than this Turnwise does");
        }
    }

    private static List<Listener> listeners(Snapshot snapshot, Trainer.Full full, Progress progress) {
        int[] split = full.scores().split();
        List<PlainMembers> plain = Listener.compared(full.recognition().heard(), snapshot.vocabulary(), split, progress);
        return IntStream.range(0, plain.size())
                .mapToObj(fold -> new Listener(
                        snapshot.vocabulary(), full.recognition().without().get(fold), full.members().without(fold), plain.get(fold)))
                .toList();
    }

    private MemberCache cache(Snapshot snapshot, Trainer.Full full, Map<String, Followed> followed, String scheme) {
        int[] split = full.scores().split();
        MemberCache.SpokenOf[] calls = new MemberCache.SpokenOf[split.length];
        for (int i = 0; i < split.length; i++) {
            Sample sample = snapshot.samples().get(i);
            calls[i] = new MemberCache.SpokenOf(
                    sample.id(), sample.group(), snapshot.calls().get(i).print(), sample.converted(), split[i], sample.lengths(), sample.prefixes(),
                    sample.whole(),
                    full.scores().all(i), Objects.requireNonNull(followed.get(sample.id()), sample.id()));
        }
        return new MemberCache(FeatureCatalogue.VERSION, embeddings.encoder(), scheme, snapshot.seed(), Folds.count(split), calls);
    }

    private ScorerVersion version(Began began, long seed, Trainer.Trained trained, List<Sample> samples, String hash, Origin origin) {
        double seconds = (System.nanoTime() - began.nanos) / 1e9;
        int converted = (int) samples.stream().filter(Sample::converted).count();
        return new ScorerVersion(
                0, ScorerVersion.Status.CANDIDATE, began.at, seconds, seed, samples.size(), converted, hash, began.scheme, outcomes.policy().version(),
                trained.live(), trained.finished(), trained.prior(), trained.priorFinished(), null, origin);
    }

    private ScorerVersion store(ScorerVersion version, Scorer scorer, String evaluation, IntConsumer alongside, Progress progress) {
        progress.report(.98, "Storing the new version");
        progress.checkCancelled();
        ScorerVersion stored = versions.add(version, scorer.write(), evaluation, alongside);
        progress.report(1, "Stored version " + stored.number());
        return stored;
    }

    private Snapshot snapshot(long seed, Progress progress) {
        Snapshot.Builder snapshot = new Snapshot.Builder(embeddings, seed);
        examples.forEach(snapshot::add, progress.part(0, .2));
        return snapshot.take(progress.part(.2, 1));
    }

    /** Calls are read again rather than kept in memory all the while. */
    private String assess(CrossFitted crossFitted, Function<Call, Followed> follow, long seed, Progress progress) {
        int total = Math.max(1, calls.count());
        int[] read = {0};
        List<Call> waiting = new ArrayList<>();
        List<HeldOutCall> heldOut = new ArrayList<>();
        calls.forEach(call -> {
            progress.checkCancelled();
            progress.report(.6 * Math.min(1, read[0]++ / (double) total), "Forecasting held-out calls");
            if (crossFitted.holds(call)) {
                waiting.add(call);
            }
            if (waiting.size() == TOGETHER) {
                heldOut.addAll(forecast(waiting, crossFitted, follow));
                waiting.clear();
            }
        });
        heldOut.addAll(forecast(waiting, crossFitted, follow));
        return assessor.assess(heldOut, Math.max(0, read[0] - heldOut.size()), crossFitted.folds(), seed, progress.part(.6, 1));
    }

    private static List<HeldOutCall> forecast(List<Call> together, CrossFitted crossFitted, Function<Call, Followed> follow) {
        return together.parallelStream().map(call -> crossFitted.of(call, follow.apply(call))).toList();
    }
}
