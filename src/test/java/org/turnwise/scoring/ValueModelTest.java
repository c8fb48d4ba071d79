package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.scoring.recogniser.CallLabels;
import org.turnwise.task.Progress;

class ValueModelTest {

    /** Half of the won calls are large deals, and their customers speak of the enterprise. */
    @Test
    void learnsThatSomeWinsAreWorthMoreThanOthers() {
        List<Example> examples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            boolean converts = i % 2 == 0;
            boolean large = i % 4 < 2;
            Call call = SyntheticCalls.tellingCall("call-" + i, "customer-" + i, converts, random);
            examples.add(new Example(large ? everyTurn(call, " This would cost 500,000 dollars over 12 months.") : call, converts, 1, !converts ? -.5 : large ? 1.0 : .2));
        }
        Scorer scorer = Trainer.train(Snapshot.of(examples, Encoding.shared(), 0, Progress.silent()), Progress.silent()).scorer();
        double large = 0;
        double small = 0;
        for (int i = 0; i < 20; i++) {
            Call call = SyntheticCalls.tellingCall("new-" + i, "new-" + i, true, new SplittableRandom(900 + i));
            small += scorer.forecast(call, 1, Encoding.shared()).last().value() / 20;
            large += scorer.forecast(everyTurn(call, " This would cost 500,000 dollars over 12 months."), 1, Encoding.shared()).last().value() / 20;
        }
        assertTrue(large > small + .15, "large " + large + ", small " + small);
    }

    @Test
    void takesOffWhatPeopleGaveToLaterTurns() {
        assertEquals(1, ValueModel.target(1, 0));
        assertEquals(.5, ValueModel.target(1, 2));
        assertEquals(-1, ValueModel.target(-1, 4), "rewards end at -1");
        Call call = SyntheticCalls.tellingCall("judged", "c", true, new SplittableRandom(1));
        Example judged = new Example(call, true, 1, 1.0, new CallLabels(List.of(), Map.of(3, 2.0, 5, -1.0)));
        Sample sample = Snapshot.of(List.of(judged), Encoding.shared(), 0, Progress.silent()).samples().getFirst();
        assertEquals(1, sample.judgedAfter(3));
        assertEquals(-1, sample.judgedAfter(4));
        assertEquals(0, sample.judgedAfter(6));
    }

    /** People say of some calls that a turn in which the customer hears of a pilot moved it; the others end as they end. */
    @Test
    void peoplesJudgementsMoveTheValueAtTheTurnTheyWereGivenTo() {
        double with = rise(2.0);
        double without = rise(0);
        assertTrue(with > without + .02, "judged " + with + ", not judged " + without);
    }

    private static double rise(double judgement) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Call call = withPilot(SyntheticCalls.tellingCall("call-" + i, "customer-" + i, i % 2 == 0, new SplittableRandom(70 + i)));
            CallLabels labels = new CallLabels(List.of(), judgement == 0 ? Map.of() : Map.of(4, judgement));
            examples.add(new Example(call, i % 2 == 0, 1, i % 2 == 0 ? 1.0 : -1.0, labels));
        }
        Scorer scorer = Trainer.train(Snapshot.of(examples, Encoding.shared(), 0, Progress.silent()), Progress.silent()).scorer();
        double rise = 0;
        for (int i = 0; i < 20; i++) {
            Call call = withPilot(SyntheticCalls.tellingCall("new-" + i, "new-" + i, i % 2 == 0, new SplittableRandom(400 + i)));
            rise += scorer.forecast(call, 1, Encoding.shared()).turns().get(4).advantage() / 20;
        }
        return rise;
    }

    private static Call withPilot(Call call) {
        List<Turn> turns = new ArrayList<>(call.turns());
        turns.set(4, new Turn(4, turns.get(4).speaker(), "Shall we run a pilot of 6 weeks with 20 of your people, for 900 dollars? What do you say? How does it sound?", null, null));
        return new Call(call.id(), call.title(), call.source(), call.timing(), null, call.group(), call.participants(), turns);
    }

    private static Call everyTurn(Call call, String more) {
        List<Turn> turns = call.turns().stream().map(turn -> new Turn(turn.ordinal(), turn.speaker(), turn.text() + more, null, null)).toList();
        return new Call(call.id(), call.title(), call.source(), call.timing(), null, call.group(), call.participants(), turns);
    }
}
