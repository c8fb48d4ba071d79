package org.turnwise.scoring.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/**
 * Finished calls with an outcome that went most like a given one: by the cosine between the mean directions of what the reps meant, and of what the customers
 * did. The first question reads every call with an outcome, whose texts are cached as a rule; after that only new ones. Any thread.
 */
public final class NearestCalls {

    /**
     * Less alike, calls have little more in common than being calls. In two corpora, 95 % of calls had a neighbour at .68 or nearer; between the two none was
     * nearer than .55.
     */
    public static final double COMPARABLE = .65;

    private static final int MOST = 3;

    /** Up to this many calls are looked up one by one; for more, all are read in a row. */
    private static final int FEW = 50;

    /**
     * A call and how alike it is.
     *
     * @param similarity mean cosine of the two sides, at most 1
     */
    public record Near(CallId call, String title, OutcomeKind outcome, double similarity) {}

    /** The sum of what either side meant, scaled to length 1; all 0 for a side that said nothing. */
    private record Direction(String title, float[] rep, float[] customer) {

        static Direction of(Call call, Map<String, Embedding> meanings) {
            Map<String, Side> sides = call.participants().stream().collect(Collectors.toMap(Participant::key, Participant::side, (a, b) -> a));
            double[] rep = new double[Embedding.SIZE];
            double[] customer = new double[Embedding.SIZE];
            for (Turn turn : call.turns()) {
                switch (sides.getOrDefault(turn.speaker(), Side.OTHER)) {
                    case REP -> add(meanings.getOrDefault(turn.text(), Embedding.NONE), rep);
                    case CUSTOMER -> add(meanings.getOrDefault(turn.text(), Embedding.NONE), customer);
                    case OTHER -> {}
                }
            }
            return new Direction(call.title(), unit(rep), unit(customer));
        }

        private static void add(Embedding meaning, double[] to) {
            float[] values = meaning.values();
            for (int i = 0; i < to.length; i++) {
                to[i] += values[i];
            }
        }

        private static float[] unit(double[] sum) {
            double squares = 0;
            for (double component : sum) {
                squares += component * component;
            }
            float[] unit = new float[sum.length];
            for (int i = 0; squares > 0 && i < unit.length; i++) {
                unit[i] = (float) (sum[i] / Math.sqrt(squares));
            }
            return unit;
        }

        double similarity(Direction other) {
            double sum = 0;
            for (int i = 0; i < rep.length; i++) {
                sum += rep[i] * other.rep[i] + customer[i] * other.customer[i];
            }
            return sum / 2;
        }
    }

    /** Read when the sides had been settled anew this often. */
    private record Read(int correction, Direction direction) {}

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final Embeddings embeddings;
    private final ToIntFunction<CallId> corrections;
    private final Supplier<Set<CallId>> hidden;
    private final Map<CallId, Read> directions = new ConcurrentHashMap<>();

    /**
     * @param corrections how often a call's sides were settled anew
     * @param hidden      calls of which whoever asks may not know what came of them; they are never among the nearest
     */
    public NearestCalls(
            CallRepository calls, Outcomes outcomes, Embeddings embeddings, ToIntFunction<CallId> corrections, Supplier<Set<CallId>> hidden) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.embeddings = embeddings;
        this.corrections = corrections;
        this.hidden = hidden;
    }

    /**
     * At most {@value #MOST}, the most alike first, none less alike than {@value #COMPARABLE}, and none that was left out as another recording of a call: empty
     * where few calls are comparable. Of equals the one with the lower id. Never the call itself.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public List<Near> to(Call call, Progress progress) {
        Set<CallId> withheld = new HashSet<>(hidden.get());
        withheld.addAll(calls.leftOut());
        Map<CallId, Outcomes.Known> known = outcomes.known().entrySet().stream()
                .filter(entry -> conclusive(entry.getValue()) && !withheld.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        read(known.keySet(), progress);
        Direction here = direction(call, progress);
        List<Near> near = new ArrayList<>();
        for (Map.Entry<CallId, Outcomes.Known> entry : known.entrySet()) {
            Read there = directions.get(entry.getKey());
            if (there == null || entry.getKey().equals(call.id())) {
                continue;
            }
            double similarity = here.similarity(there.direction);
            if (similarity >= COMPARABLE) {
                near.add(new Near(entry.getKey(), there.direction.title(), entry.getValue().kind(), similarity));
            }
        }
        near.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::call));
        return List.copyOf(near.subList(0, Math.min(MOST, near.size())));
    }

    private static boolean conclusive(Outcomes.Known known) {
        return known.kind().conversion() == Conversion.YES || known.kind().conversion() == Conversion.NO;
    }

    private void read(Set<CallId> wanted, Progress progress) {
        Set<CallId> missing = new HashSet<>(wanted);
        missing.removeIf(id -> {
            Read before = directions.get(id);
            return before != null && before.correction == corrections.applyAsInt(id);
        });
        int total = Math.max(1, missing.size());
        if (missing.size() <= FEW) {
            missing.stream().map(calls::find).flatMap(Optional::stream).forEach(call -> keep(call, progress));
            return;
        }
        int[] read = {0};
        calls.forEach(call -> {
            progress.checkCancelled();
            if (missing.contains(call.id())) {
                progress.report(Math.min(1, read[0]++ / (double) total), "Reading calls to compare with");
                keep(call, progress);
            }
        });
    }

    private void keep(Call call, Progress progress) {
        if (call.sidesSettled()) {
            int correction = corrections.applyAsInt(call.id());
            directions.put(call.id(), new Read(correction, direction(call, progress)));
        }
    }

    private Direction direction(Call call, Progress progress) {
        return Direction.of(call, embeddings.of(call.turns().stream().map(Turn::text).toList(), progress.quiet()));
    }
}
