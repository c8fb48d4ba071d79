package org.turnwise.scoring.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.CallId;
import org.turnwise.intake.ConversationFile;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.recogniser.CallLabels;
import org.turnwise.task.Progress;

/**
 * Calls to evaluate on, in order of id. As in training, those whose outcome says neither yes nor no and those whose sides are not settled stay out.
 *
 * @param leftOut how many stayed out
 */
public record Corpus(String name, List<Example> examples, int leftOut) {

    public Corpus {
        examples = examples.stream().sorted(Comparator.comparing(example -> example.call().id().value())).toList();
    }

    /**
     * Reads a conversation JSONL, whole or not at all: figures from a part of a file would pass for those of the file.
     *
     * @throws CannotEvaluate naming file, line and what was expected
     */
    public static Corpus read(Path file, Progress progress) {
        try {
            return of(String.valueOf(file.getFileName()), ConversationFile.read(file, progress));
        } catch (Unreadable e) {
            throw new CannotEvaluate(file + (e.line() > 0 ? ":" + e.line() : "") + ": " + e.reason(), e);
        } catch (IOException e) {
            throw new CannotEvaluate(file + " " + Unreadable.why(e), e);
        }
    }

    static Corpus of(String name, List<ImportedCall> calls) {
        Map<CallId, ImportedCall> byId = new HashMap<>();
        List<Example> examples = new ArrayList<>();
        for (ImportedCall call : calls) {
            ImportedCall before = byId.putIfAbsent(call.call().id(), call);
            if (before != null) {
                throw new CannotEvaluate(name + ":" + call.line() + ": call " + call.call().id() + " stands on line "
                        + before.line() + " already; give each call an id of its own");
            }
            example(call).ifPresent(examples::add);
        }
        return new Corpus(name, examples, calls.size() - examples.size());
    }

    private static Optional<Example> example(ImportedCall read) {
        OutcomeKind stated = read.outcome();
        OutcomeKind kind = stated != null ? stated : labeled(read);
        boolean says = kind != null && (kind.conversion() == Conversion.YES || kind.conversion() == Conversion.NO);
        if (kind == null || !says || !read.call().sidesSettled()) {
            return Optional.empty();
        }
        OptionalDouble reward = RewardPolicy.standard().reward(kind);
        double weight = Outcomes.reliability(stated != null ? RewardSignal.Origin.DATASET : RewardSignal.Origin.ANALYST);
        CallLabels labels = CallLabels.of(read.call(), read.annotations(), LabelScheme.standard());
        return Optional.of(new Example(
                read.call(), kind.conversion() == Conversion.YES, weight, reward.isPresent() ? (Double) reward.getAsDouble() : null, labels));
    }

    /** The outcome that an analyst set last. */
    private static @Nullable OutcomeKind labeled(ImportedCall read) {
        return read.annotations().stream()
                .filter(annotation -> annotation.kind() == LabelKind.OUTCOME)
                .max(Comparator.comparing(Annotation::at))
                .flatMap(annotation -> OutcomeKind.ofName(annotation.label()))
                .orElse(null);
    }
}
