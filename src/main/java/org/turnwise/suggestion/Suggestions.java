package org.turnwise.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.suggestion.Decision.Verdict;
import org.turnwise.task.Progress;

/**
 * The suggestions of one annotator: learned, offered, decided on. Any thread; edits come on the one thread that the annotator's {@link Labeling} is used on.
 */
public final class Suggestions {

    /** Calls whose suggestions are remembered. */
    private static final int REMEMBERED = 64;

    private final Journal journal;
    private final CallRepository calls;
    private final CurrentScheme scheme;
    private final Embeddings embeddings;
    private final Decisions decisions;
    private final String annotator;

    private volatile Learned learned = new Learned.TooFew("", 0);
    /** What the annotator sees now. */
    private volatile Shown shown = new Shown(null, List.of());
    /** What is being accepted, whatever comes into view meanwhile. On the thread of edits. */
    private @Nullable Shown accepting;
    /** What is likely, by call; as {@link #learned} says. Guarded by itself. */
    private final Map<Call, List<Suggestion>> likely = new LinkedHashMap<>(REMEMBERED, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Call, List<Suggestion>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Shown(@Nullable CallId call, List<Suggestion> open) {}

    public Suggestions(Journal journal, CallRepository calls, CurrentScheme scheme, Embeddings embeddings, Decisions decisions, String annotator) {
        this.journal = journal;
        this.calls = calls;
        this.scheme = scheme;
        this.embeddings = embeddings;
        this.decisions = decisions;
        this.annotator = annotator;
    }

    /**
     * Learns from the labels that stand now, and suggests by them from then on; where they are too few, what was learned before stays.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so; then all stays as it was
     */
    public Learned learn(Progress progress) {
        Learned now = Suggester.learn(annotator, journal, calls, scheme.now(), embeddings, progress);
        if (now instanceof Suggester || !(learned instanceof Suggester)) {
            synchronized (likely) {
                learned = now;
                likely.clear();
            }
        }
        return now;
    }

    public Learned learned() {
        return learned;
    }

    /**
     * What is suggested on the call. Slow the first time.
     *
     * @throws java.util.concurrent.CancellationException if the progress says so
     */
    public Offer of(Call call, Progress progress) {
        return new Offer(likely(call, progress), decidedOn(call.id()));
    }

    private List<Suggestion> likely(Call call, Progress progress) {
        Learned now = learned;
        synchronized (likely) {
            List<Suggestion> known = likely.get(call);
            if (known != null) {
                return known;
            }
        }
        List<Suggestion> found = now instanceof Suggester suggester ? suggester.likely(call, embeddings, progress) : List.of();
        synchronized (likely) {
            if (now == learned) {
                likely.put(call, found);
            }
        }
        return found;
    }

    private Set<Suggestion.Place> decidedOn(CallId call) {
        return Offer.standing(decisions.of(call).stream().filter(decision -> decision.by().equals(annotator)).toList());
    }

    /** What the annotator sees open on the call in hand: a label of these that they put on a turn by its own key is an acceptance too. */
    public void show(CallId call, List<Suggestion> open) {
        shown = new Shown(call, List.copyOf(open));
    }

    /** How often each label's suggestions were taken, everybody's decisions together. */
    public Map<String, Precision> precisions() {
        return decisions.precisions();
    }

    /** Whose labels the suggestions give way to, and whose decisions these are. */
    public String annotator() {
        return annotator;
    }

    /**
     * Puts the suggested labels on their turns, in one edit.
     *
     * @param accepted of this call, at least one
     * @throws Labeling.NotAllowed if a turn doesn't take one of them (any more); nothing is changed
     */
    public Edit accept(Labeling labeling, Call call, List<Suggestion> accepted) {
        SortedMap<Integer, List<Label>> labels = new TreeMap<>();
        accepted.forEach(suggestion -> labels.computeIfAbsent(suggestion.ordinal(), o -> new ArrayList<>()).add(suggestion.label()));
        accepting = new Shown(call.id(), accepted);
        try {
            return labeling.putOnTurns(call, labels);
        } finally {
            accepting = null;
        }
    }

    /**
     * Keeps that these are wrong, in one edit that changes no annotation.
     *
     * @param rejected of this call, at least one
     */
    public Edit reject(Labeling labeling, Call call, List<Suggestion> rejected) {
        String names = rejected.stream().map(suggestion -> suggestion.label().name()).distinct().collect(Collectors.joining(", "));
        String what = "Rejected the suggestion " + names + " on turn " + rejected.getFirst().ordinal();
        return labeling.keep(what, edit -> decisions.append(rejected.stream().map(one -> decision(edit, call.id(), one, Verdict.REJECTED)).toList()));
    }

    /** Called within the write of each edit of the annotator: keeps what it decides, and turns what it takes back. */
    public void follow(Edit edit) {
        Long reverts = edit.reverts();
        if (reverts != null) {
            decisions.append(decisions.with(reverts).stream().map(decision -> decision.turnedBy(edit.seq(), edit.at())).toList());
            return;
        }
        Shown seen = accepting == null ? shown : accepting;
        List<Decision> taken = new ArrayList<>();
        for (Annotation added : edit.added()) {
            if (added.target() instanceof Target.OfTurn turn && turn.call().equals(seen.call())) {
                seen.open().stream()
                        .filter(one -> one.ordinal() == turn.ordinal() && one.label().id().equals(added.label()))
                        .findFirst()
                        .ifPresent(one -> taken.add(decision(edit, turn.call(), one, Verdict.ACCEPTED)));
            }
        }
        decisions.append(taken);
    }

    private static Decision decision(Edit edit, CallId call, Suggestion of, Verdict verdict) {
        return new Decision(edit.seq(), call, of.ordinal(), of.label().id(), verdict, true, of.confidence(), edit.annotator(), edit.at());
    }

    /** The turn that an edit decided about, for one that changed no annotation; empty if it decided nothing. */
    public Optional<Target.OfTurn> decidedBy(Edit edit) {
        return decisions.with(edit.seq()).stream().findFirst().map(decision -> new Target.OfTurn(decision.call(), decision.ordinal()));
    }
}
