package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.annotation.agreement.Adjudication.Decision;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.LabelAgreement;
import org.turnwise.annotation.agreement.ReadCall;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.annotation.agreement.Scale;
import org.turnwise.call.Call;

/** A call read by two people: how far they agree, and what an adjudicator makes of the rest. */
class SecondReadingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final LabelScheme SCHEME = LabelScheme.standard();

    /** Turns 0, 2 and 4 are the rep's, 1, 3 and 5 the customer's. */
    private static final Call CALL = Samples.call("one", 6);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Readings readings;
    private Adjudication adjudication;
    private String viewer = "Nora";

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workspace.calls().add(CALL, () -> {});
        readings = new Readings(workspace.journal(), workspace.calls(), () -> Blind.calls(workspace.journal(), viewer));
        adjudication = new Adjudication(workspace.journal(), SCHEME, "Ann", CLOCK, edit -> {});
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Labeling labeling(String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, CLOCK, edit -> {});
    }

    private void put(String annotator, int turn, String label) {
        labeling(annotator).toggle(CALL, new Target.OfTurn(CALL.id(), turn), SCHEME.label(label).orElseThrow());
    }

    private void submit(String... annotators) {
        for (String annotator : annotators) {
            assertTrue(labeling(annotator).status(CALL.id(), Statuses.SUBMITTED, true).isPresent());
        }
    }

    private Agreement agreement() {
        return Agreement.of(readings.twice(), SCHEME, 0);
    }

    private LabelAgreement label(String id) {
        return Objects.requireNonNull(agreement().label(id));
    }

    private Disagreement only() {
        List<Disagreement> found = readings.disagreements();
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    @Test
    void aReadingCountsOnceItIsSubmitted() {
        put("Ann", 1, "O_PRICE");
        put("Ben", 1, "O_PRICE");
        submit("Ann");
        assertEquals(List.of(), readings.twice());
        assertEquals(0, agreement().calls());
        assertEquals(Optional.empty(), label("O_PRICE").kappa());
        submit("Ben");
        assertEquals(Set.of("Ann", "Ben"), readings.twice().getFirst().byReader().keySet());
        assertEquals(List.of("Ann", "Ben"), agreement().readers());
    }

    @Test
    void aLabelIsJudgedOnTheTurnsThatMayCarryIt() {
        put("Ann", 1, "O_PRICE");
        put("Ann", 3, "O_PRICE");
        put("Ben", 1, "O_PRICE");
        submit("Ann", "Ben");
        LabelAgreement price = label("O_PRICE");
        assertEquals(3, price.units(), "the customer's turns");
        assertEquals(.5, price.prevalence());
        // of three turns both say yes, one says yes, both say no: (2/3 − 4/9) / (1 − 4/9)
        assertEquals(.4, price.kappa().orElseThrow().value(), 1e-12);
        assertNull(price.kappa().orElseThrow().interval(), "one call is too few");
    }

    @Test
    void aLabelNobodyUsedHasNoFigure() {
        submit("Ann", "Ben");
        assertEquals(Optional.empty(), label("O_PRICE").kappa());
        assertEquals(Optional.empty(), label("O_PRICE").alpha());
        assertEquals(3, label("O_PRICE").units());
        assertEquals(0, label("O_PRICE").prevalence());
    }

    @Test
    void aSubtypeCountsForItsFamily() {
        put("Ann", 0, "R_ASK");
        put("Ben", 0, "Q_IMPACT");
        submit("Ann", "Ben");
        assertEquals(1, label("R_ASK").kappa().orElseThrow().value());
        assertEquals(0, label("Q_IMPACT").kappa().orElseThrow().value());
    }

    @Test
    void whatOneReaderLeftOutIsMissingForKindsOfOneEach() {
        put("Ann", 1, "DELTA_+1");
        put("Ann", 3, "DELTA_-2");
        put("Ben", 3, "DELTA_-1");
        put("Ben", 5, "DELTA_+2");
        put("Ann", 5, "DELTA_+2");
        submit("Ann", "Ben");
        var delta = Objects.requireNonNull(agreement().byKind().get(LabelKind.DELTA));
        assertEquals(2, delta.units());
        assertEquals(Scale.ORDINAL, delta.scale());
        assertTrue(delta.alpha().orElseThrow().value() > delta.kappa().orElseThrow().value(), "−2 and −1 are near each other");
    }

    @Test
    void oneOfThreeReadersMayBeLeftOut() {
        put("Ann", 1, "O_PRICE");
        put("Ben", 1, "O_PRICE");
        submit("Ann", "Ben", "Cid");
        ReadCall read = readings.twice().getFirst();
        assertEquals(1, Objects.requireNonNull(Agreement.of(List.of(read.only(Set.of("Ann", "Ben"))), SCHEME, 0).label("O_PRICE")).kappa()
                .orElseThrow().value());
        assertTrue(label("O_PRICE").alpha().orElseThrow().value() < 1);
    }

    @Test
    void disagreementsStandWhereReadersDifferAndNotWhereOneSaidNothing() {
        put("Ann", 1, "STAGE_PRICING");
        put("Ben", 1, "STAGE_OBJECTION");
        put("Ann", 2, "STAGE_PRICING");
        put("Ann", 3, "FLAG_RISK");
        put("Ben", 3, "FLAG_RISK");
        submit("Ann", "Ben");
        Disagreement found = only();
        assertEquals("STAGE 1", found.place());
        assertEquals(List.of("STAGE_PRICING"), found.left().labels().stream().map(Annotation::label).toList());
        assertEquals("Ben", found.right().reader());
        assertNull(found.decided());
    }

    @Test
    void aDecisionIsTheAdjudicatorsOwnAndLeavesTheReadingsAsTheyAre() {
        put("Ann", 1, "O_PRICE");
        put("Ben", 1, "O_TIMING");
        submit("Ann", "Ben");
        Agreement before = agreement();
        assertEquals("Decided on turn 1: Timing", adjudication.decide(only(), Decision.RIGHT).what());
        assertEquals(List.of("O_TIMING"), labels(only()));
        assertEquals("Ann (adjudicator)", Objects.requireNonNull(only().decided()).getFirst().annotator());
        assertEquals(before, agreement());
        adjudication.decide(only(), Decision.BOTH);
        assertEquals(List.of("O_PRICE", "O_TIMING"), labels(only()));
        adjudication.decide(only(), Decision.NONE);
        assertEquals(List.of(), labels(only()));
        adjudication.decide(only(), SCHEME.label("O_FIT").orElseThrow());
        assertEquals(List.of("O_FIT"), labels(only()));
        adjudication.undo();
        assertEquals(List.of(), labels(only()));
        adjudication.undo();
        adjudication.undo();
        adjudication.undo();
        assertNull(only().decided());
        adjudication.redo();
        assertEquals(List.of("O_TIMING"), labels(only()));
        assertEquals(List.of("Call submitted", "Call submitted"), workspace.journal().edits().stream().map(e -> e.what())
                .filter(w -> w.startsWith("Call")).toList());
    }

    @Test
    void whereATargetCarriesOneLabelBothCannotBeTaken() {
        put("Ann", 1, "DELTA_+1");
        put("Ben", 1, "DELTA_-1");
        submit("Ann", "Ben");
        String message = assertThrows(Labeling.NotAllowed.class, () -> adjudication.decide(only(), Decision.BOTH)).getMessage();
        assertTrue(message.contains("room for 1 label") && message.contains("turn 1"), message);
        assertThrows(Labeling.NotAllowed.class, () -> adjudication.decide(only(), SCHEME.label("O_FIT").orElseThrow()));
        assertNull(only().decided());
    }

    private static List<String> labels(Disagreement disagreement) {
        return Objects.requireNonNull(disagreement.decided()).stream().map(Annotation::label).sorted().toList();
    }
}
