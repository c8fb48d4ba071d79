package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.HistoryFilter;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.annotation.Restoring;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;

/** What the history shows and brings back, over a real workspace. */
class RestoringTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final Call CALL = Samples.call("one", 6);
    private static final Call OTHER = Samples.call("two", 6);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Labeling ann;
    private Restoring restoring;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        ann = labeling("Ann");
        restoring = new Restoring(workspace.journal(), SCHEME, "Ann", CLOCK, edit -> {});
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Labeling labeling(String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, CLOCK, edit -> {});
    }

    private static Label label(String id) {
        return SCHEME.label(id).orElseThrow();
    }

    private static Target turn(int ordinal) {
        return new Target.OfTurn(CALL.id(), ordinal);
    }

    private Set<Annotation> standing() {
        return new HashSet<>(workspace.journal().current(CALL.id()));
    }

    private List<String> labels() {
        return workspace.journal().current(CALL.id()).stream().map(Annotation::label).sorted().toList();
    }

    private List<Long> seqs(HistoryFilter filter, int skip, int most) {
        return workspace.journal().history(filter, skip, most).stream().map(Edit::seq).toList();
    }

    @Test
    void theHistoryComesInPagesLastFirstAndIsFiltered() {
        for (int i = 0; i < 4; i++) {
            ann.status(CALL.id(), Statuses.FLAGGED, i % 2 == 0);
        }
        labeling("Bob").status(OTHER.id(), Statuses.FLAGGED, true);
        assertEquals(List.of(5L, 4L), seqs(HistoryFilter.ALL, 0, 2));
        assertEquals(List.of(3L, 2L), seqs(HistoryFilter.ALL, 2, 2));
        assertEquals(List.of(5L), seqs(new HistoryFilter(null, "Bob"), 0, 10));
        assertEquals(List.of(4L, 3L, 2L, 1L), seqs(new HistoryFilter(CALL.id(), null), 0, 10));
        assertEquals(List.of(), seqs(new HistoryFilter(CALL.id(), "Bob"), 0, 10));
        assertEquals(List.of("Ann", "Bob"), workspace.journal().annotators());
        assertEquals(workspace.journal().edits().reversed(), workspace.journal().history(HistoryFilter.ALL, 0, 100));
    }

    @Test
    void oneEditIsTakenBackAndTheRestStays() {
        Edit price = ann.toggle(CALL, turn(1), label("O_PRICE"));
        ann.toggle(CALL, turn(1), label("O_TIMING"));
        restoring.takeBack(price);
        assertEquals(List.of("O_TIMING"), labels());
        assertEquals(3, workspace.journal().size(), "nothing is deleted");
        ann.undo();
        assertEquals(List.of("O_PRICE", "O_TIMING"), labels());
        ann.redo();
        assertEquals(List.of("O_TIMING"), labels());
        assertThrows(NotAllowed.class, () -> restoring.takeBack(price), "it is taken back already");
    }

    @Test
    void whatComesBackTakesThePlaceOfWhatCannotStandBesideIt() {
        List<Label> stages = SCHEME.labels().stream().filter(label -> label.id().startsWith("S")).filter(label -> label.kind().most() == 1).toList();
        ann.toggle(CALL, turn(0), stages.get(0));
        Edit off = ann.toggle(CALL, turn(0), stages.get(0));
        ann.toggle(CALL, turn(0), stages.get(1));
        restoring.takeBack(off);
        assertEquals(List.of(stages.get(0).id()), labels());
        ann.undo();
        assertEquals(List.of(stages.get(1).id()), labels());
    }

    @Test
    void whatSomebodyElseDidIsTheirs() {
        Edit bobs = labeling("Bob").toggle(CALL, turn(1), label("O_PRICE"));
        Edit mine = ann.toggle(CALL, turn(1), label("O_TIMING"));
        assertThrows(NotAllowed.class, () -> restoring.takeBack(bobs));
        assertTrue(restoring.putBack(bobs).isPresent());
        assertEquals(List.of("O_PRICE"), labels(), "before that, I had nothing there");
        restoring.putBack(mine);
        assertEquals(List.of("O_PRICE", "O_TIMING"), labels());
    }

    @Test
    void theCallGoesBackToAnyPointAndUndoBringsItForward() {
        Random random = new Random(7);
        List<String> acts = List.of("O_PRICE", "O_TIMING", "P_GOAL", "P_PAIN");
        List<Edit> edits = new ArrayList<>();
        List<Set<Annotation>> after = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Optional<Edit> edit = switch (random.nextInt(4)) {
                case 0 -> ann.undo();
                case 1 -> ann.note(turn(random.nextInt(6)), "note " + random.nextInt(3));
                default -> toggled(2 * random.nextInt(3) + 1, acts.get(random.nextInt(acts.size())));
            };
            edit.ifPresent(made -> {
                edits.add(made);
                after.add(standing());
            });
        }
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(edits.size());
            Set<Annotation> before = standing();
            Optional<Edit> back = restoring.putBack(edits.get(at));
            assertEquals(after.get(at), standing(), "after edit " + edits.get(at).seq());
            if (back.isPresent() && random.nextBoolean()) {
                ann.undo();
                assertEquals(before, standing());
            }
        }
    }

    private Optional<Edit> toggled(int ordinal, String label) {
        try {
            return Optional.of(ann.toggle(CALL, turn(ordinal), label(label)));
        } catch (NotAllowed full) {
            return Optional.empty();
        }
    }
}
