package org.turnwise.scoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/**
 * Encodes what was said in the calls that a first training would learn from, before anybody asks for it: that takes twice as long as all else it does. Once
 * there is a version, calls are encoded as the queue forecasts them. Any thread.
 */
public final class EncodingAhead {

    /** Fewer calls are encoded within seconds. */
    private static final int FEWEST = 200;
    /** In the workspace; more would keep a core at work for longer than anybody expects who did not ask for it. */
    private static final int MOST = 10_000;

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final ScorerVersions versions;
    private final Embeddings embeddings;
    private final Set<CallId> encoded = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean underWay = new AtomicBoolean();

    public EncodingAhead(CallRepository calls, Outcomes outcomes, ScorerVersions versions, Embeddings embeddings) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.versions = versions;
        this.embeddings = embeddings;
    }

    /** Whether there is no version yet, a first one would take noticeably less time, and nobody is at it. */
    public boolean isDue() {
        return !underWay.get() && !waiting().isEmpty();
    }

    /**
     * Encodes them on one core, as the others are somebody's who did not ask for it. Nothing if that is being done already.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; what was encoded until then is kept
     */
    public void encode(Progress progress) {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            List<CallId> waiting = waiting();
            for (int i = 0; i < waiting.size(); i++) {
                progress.report(i / (double) waiting.size(), "Reading what was said");
                calls.find(waiting.get(i)).ifPresent(call -> encode(call, progress));
                encoded.add(waiting.get(i));
            }
        } finally {
            underWay.set(false);
            embeddings.store();
        }
    }

    private void encode(Call call, Progress progress) {
        for (Turn turn : call.turns()) {
            progress.checkCancelled();
            embeddings.of(turn.text());
        }
    }

    private List<CallId> waiting() {
        if (calls.count() > MOST || !versions.all().isEmpty()) {
            return List.of();
        }
        List<CallId> telling = outcomes.known().entrySet().stream()
                .filter(known -> known.getValue().kind().conversion() == Conversion.YES || known.getValue().kind().conversion() == Conversion.NO)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return telling.size() < FEWEST ? List.of() : telling.stream().filter(call -> !encoded.contains(call)).toList();
    }
}
