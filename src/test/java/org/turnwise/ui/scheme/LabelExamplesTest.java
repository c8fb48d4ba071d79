package org.turnwise.ui.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.store.Workspace;

/** What the scheme's screen shows of turns that carry a label, over a real workspace. */
class LabelExamplesTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final Call CALL = new Call(
            new CallId("one"), "One", new Source("vtt", "one.vtt", null), TimingClass.NONE, null, "one",
            List.of(new Participant("Priya", "Priya", Side.REP), new Participant("Tom", "Tom", Side.CUSTOMER)),
            List.of(new Turn(0, "Priya", "Shall we begin?", null, null), new Turn(1, "Tom", "It is dear, and late.", null, null)));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workspace.calls().add(CALL, () -> {});
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void put(String annotator, String label) {
        labeling(annotator).toggle(CALL, new Target.OfTurn(CALL.id(), 1), SCHEME.label(label).orElseThrow());
    }

    private Labeling labeling(String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, Clock.systemUTC(), edit -> {});
    }

    private int shown(String reader, String label) {
        return new LabelExamples(workspace.journal(), workspace.calls(), reader).of(SCHEME.label(label).orElseThrow()).size();
    }

    /** Nora labels a call, which comes back to her. */
    @Test
    void whoReadsACallAgainSeesNothingOfTheFirstReadingAndNobodyElseAnythingOfTheSecond() {
        put("Nora", "O_FIT");
        put("Ann", "O_PRICE");
        labeling("Nora").status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(List.of(1, 1), List.of(shown("Nora", "O_FIT"), shown("Nora", "O_PRICE")));
        Comebacks comebacks = new Comebacks(workspace.journal(), workspace.settings(), Clock.offset(Clock.systemUTC(), Comebacks.AFTER.plusDays(1)));
        comebacks.choose(1);
        comebacks.draw("Nora", call -> true);
        assertEquals(List.of(0, 0), List.of(shown("Nora", "O_FIT"), shown("Nora", "O_PRICE")));
        put("Nora", "O_TIMING");
        assertEquals(1, shown("Nora", "O_TIMING"), "what she says now is hers to see");
        assertEquals(List.of(0, 1), List.of(shown("Ann", "O_TIMING"), shown("Ann", "O_FIT")));
        labeling("Nora").status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(List.of(0, 1, 1), List.of(shown("Nora", "O_TIMING"), shown("Nora", "O_FIT"), shown("Nora", "O_PRICE")));
    }
}
