package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.reward.OutcomeKind;

/** What the words of CRMs for stages and statuses come to, in several languages; and that a word nobody knows is no outcome. */
class StatusWordsTest {

    private static Optional<OutcomeKind> known(String said) {
        return status(ColumnProfile.NONE).known(said);
    }

    private static DealStatus status(ColumnProfile profile) {
        return new DealStatus(new Columns(List.of("Deal ID", "Stage"), List.of(), profile), profile);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Closed Won | WON
            Closed Lost | LOST
            closedwon | WON
            closedlost | LOST
            CLOSED_WON | WON
            Closed-Lost | LOST
            Closed Lost to Competition | LOST
            Closed-Lost to Competition | LOST
            won | WON
            lost | LOST
            open | OPEN
            active | OPEN
            Gewonnen | WON
            Verloren | LOST
            Offen | OPEN
            Abgeschlossen und gewonnen | WON
            Geschlossen und verloren | LOST
            Gagné | WON
            Fermée gagnée | WON
            Fermée perdue | LOST
            Perdu | LOST
            Ganado | WON
            Cerrada ganada | WON
            Cerrado perdido | LOST
            Vinto | WON
            Chiuso perso | LOST
            Chiusa vinta | WON
            Fechado e ganho | WON
            Fechado perdido | LOST
            Gesloten en gewonnen | WON
            Zamknięte wygrane | WON
            受注 | WON
            成約 | WON
            失注 | LOST
            赢单 | WON
            输单 | LOST
            went dark | NO_DECISION
            Stalled | NO_DECISION
            No decision | NO_DECISION
            Bad fit | DISQUALIFIED
            Unqualified | DISQUALIFIED
            """)
    void crmsSayHowADealStands(String said, OutcomeKind kind) {
        assertEquals(Optional.of(kind), known(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Proposal/Price Quote", "Negotiation", "Appointment scheduled", "Wonderful", "Lost in review", "Winner's circle", "Closed", "Abgeschlossen",
                "Geschlossen und neu",
        "Closed Wonder", "not won", "almost lost", "Won?", "2", "-", "Ganador", "Fermée", "Angebot verschickt", "商談中", "Verbal yes", "un-won"
    })
    void aWordThatNobodyKnowsIsNoOutcome(String said) {
        assertEquals(Optional.empty(), known(said));
    }

    /** Made-up words of letters that no word for an outcome is made of alone. */
    @Test
    void noWordByChanceIsAnOutcome() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 4 + random.nextInt(10); n > 0; n--) {
                word.append("bcdfghjkmpqtvwxz".charAt(random.nextInt(16)));
            }
            assertEquals(Optional.empty(), known(word.toString()), word.toString());
            String around = word.insert(2, List.of("won", "lost", "open", "closed won", "gewonnen").get(i % 5)).toString();
            assertEquals(Optional.empty(), known(around), around);
        }
    }

    @ParameterizedTest
    @EnumSource(OutcomeKind.class)
    void howAWordIsWrittenDoesNotMatter(OutcomeKind kind) {
        Optional<OutcomeKind> plain = known(kind.name());
        assertTrue(plain.isPresent());
        for (String written : List.of(kind.name().toLowerCase(Locale.ROOT), "  " + kind.name() + " ", kind.name().replace('_', ' '),
                kind.name().replace('_', '-'), kind.name().replace("_", " _ "))) {
            assertEquals(plain, known(written), written);
        }
    }

    @ParameterizedTest
    @EnumSource(OutcomeKind.class)
    void whatIsSaidOfADealIsHowADealCanStand(OutcomeKind kind) {
        assertTrue(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.NO_DECISION, OutcomeKind.DISQUALIFIED, OutcomeKind.OPEN)
                .contains(known(kind.name()).orElseThrow()));
    }

    @Test
    void whatAPersonSaidOfAWordGoesFirst() {
        ColumnProfile profile = new ColumnProfile("ours", Map.of(), null, Map.of("verbal yes", OutcomeKind.WON, "closed won", OutcomeKind.OPEN));
        assertEquals(Optional.of(OutcomeKind.WON), status(profile).known("Verbal Yes"));
        assertEquals(Optional.of(OutcomeKind.OPEN), status(profile).known("Closed Won"));
    }

    @Test
    void aStageNobodyKnowsIsOnTheWayAndIsNamed() throws Exception {
        DealStatus status = status(ColumnProfile.NONE);
        assertEquals(OutcomeKind.OPEN, status.of(new RawTable.Row(2, List.of("1", "Verbal yes"))));
        assertEquals(OutcomeKind.WON, status.of(new RawTable.Row(3, List.of("2", "Cerrada ganada"))));
        assertEquals(List.of("Verbal yes"), List.copyOf(status.takenAsOpen()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "yes", "no", "true", "false"})
    void aNumberOrAYesIsNoStage(String said) throws Exception {
        DealStatus status = status(ColumnProfile.NONE);
        assertEquals(OutcomeKind.OPEN, status.of(new RawTable.Row(2, List.of("1", said))));
        assertEquals(List.of(said), List.copyOf(status.takenAsOpen()));
    }

    @Test
    void onlyAColumnThatAsksForTheOutcomeIsAnsweredByANumber() throws Exception {
        RawTable.Row row = new RawTable.Row(2, List.of("1", "1"));
        assertEquals(OutcomeKind.WON, new DealStatus(new Columns(List.of("Deal ID", "Outcome"), List.of(), ColumnProfile.NONE), ColumnProfile.NONE).of(row));
        DealStatus active = new DealStatus(new Columns(List.of("Deal ID", "Status"), List.of(), ColumnProfile.NONE), ColumnProfile.NONE);
        assertTrue(assertThrows(DealStatus.Unclear.class, () -> active.of(row)).reason().contains("\"1\" in \"Status\""));
    }

    @Test
    void stagesThatSoundLikeAnEndAreNamedFirst() throws Exception {
        DealStatus status = status(ColumnProfile.NONE);
        for (String stage : List.of("Audit", "Briefing", "Churned", "Technical win", "Demo booked", "Open")) {
            assertEquals(OutcomeKind.OPEN, status.of(new RawTable.Row(2, List.of("1", stage))));
        }
        assertEquals(List.of("Churned", "Technical win", "Audit", "Briefing", "Demo booked"), List.copyOf(status.takenAsOpen()));
    }
}
