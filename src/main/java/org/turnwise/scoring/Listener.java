package org.turnwise.scoring;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.PlainMembers;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;
import org.turnwise.task.Progress;

/**
 * Members of one fold, which were trained on the other folds' calls, with the recogniser they read and what they are compared with. Immutable; any thread.
 *
 * @param plain the baselines, trained on the same calls
 */
record Listener(Vocabulary vocabulary, Recogniser recogniser, Members members, PlainMembers plain) {

    /** Hears a call turn by turn, as if it went on. */
    Followed follow(Call call, Embeddings embeddings) {
        Map<String, Embedding> meanings = embeddings.of(call.turns().stream().map(Turn::text).toList(), Progress.silent());
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        RunningActs acts = new RunningActs(recogniser);
        Members.Running running = members.running();
        PlainMembers.Running compared = plain.running();
        Followed followed = Followed.of(call.turns().size());
        for (Turn turn : call.turns()) {
            HeardTurn now = vocabulary.hear(sides.of(turn), turn.text(), meanings.getOrDefault(turn.text(), Embedding.NONE));
            state.add(turn, sides.of(turn));
            acts.add(sides.of(turn), now.direction());
            running.add(now);
            compared.add(now);
            followed.put(turn.ordinal(), running.raw(FeatureCatalogue.standard().vector(state), Recognition.readings(acts)), compared.raw());
        }
        return followed;
    }

    /** The baselines of each fold, trained on the other folds' calls. */
    static List<PlainMembers> compared(List<HeardCall> heard, Vocabulary vocabulary, int[] split, Progress progress) {
        progress.report(0, "Fitting what to compare with");
        List<PlainMembers> plain = IntStream.range(0, Folds.count(split)).parallel()
                .mapToObj(fold -> {
                    progress.checkCancelled();
                    return PlainMembers.fit(Folds.outside(heard, split, fold, fold), vocabulary);
                })
                .toList();
        progress.checkCancelled();
        return plain;
    }
}
