package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.reward.OutcomeKind;

/** Teams name their last stages in many ways; and give names that only sound like an end to stages on the way. */
class StageWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            6. Closed Won; WON
            07 - Closed Lost; LOST
            [8] Closed Lost; LOST
            Stage 9: Won; WON
            C3:WON; WON
            C3:LOSE; LOST
            Closed (Won); WON
            Closed [Lost]; LOST
            Closed/Won; WON
            Closed | Lost; LOST
            Close Won; WON
            ClosedWon; WON
            CLOSED_LOST_TO_RIVAL; LOST
            Closed Won 100%; WON
            Won (100%); WON
            ✅ Won!; WON
            ❌ Lost; LOST
            Win; WON
            Loss; LOST
            LOSE; LOST
            Won - Renewal; WON
            Lost – Budget; LOST
            Lost: no reply; LOST
            Lost to a rival; LOST
            Lost due to timing; LOST
            Deal Won; WON
            Lost Opportunity; LOST
            Deal Won / First Invoice; WON
            Closed Won (Old Pipeline); WON
            Closed Lost - Won by a rival; LOST
            Signed; WON
            Contract signed; WON
            Cancelled; LOST
            Closed - Cancelled; LOST
            Closed - No decision; NO_DECISION
            Closed (Duplicate); DISQUALIFIED
            Verkauft; WON
            Abgesagt; LOST
            Verloren an Mitbewerber; LOST
            Verkaufschance verloren; LOST
            Affaire gagnée; WON
            Vendu; WON
            Signé; WON
            Perdue face à un concurrent; LOST
            Opportunité perdue - prix; LOST
            Venta ganada; WON
            Vendido; WON
            Perdida por precio; LOST
            Cierre perdido; LOST
            Fechado (Perdido); LOST
            Negócio ganho; WON
            Perdido para concorrente; LOST
            Trattativa persa; LOST
            Venduto; WON
            Chiuso - Vinto; WON
            Verloren aan concurrent; LOST
            Deal gewonnen; WON
            Getekend; WON
            Сделка успешна; WON
            Сделка провалена; LOST
            Успешно реализовано; WON
            Закрыто и не реализовано; LOST
            Sin decisión; NO_DECISION
            Nicht qualifiziert; DISQUALIFIED
            Open; OPEN
            En cours; OPEN
            """)
    void aStageSaysAnEnd(String name, OutcomeKind kind) {
        assertEquals(Optional.of(kind), StageWords.kindOf(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "6.", "Yes", "True", "Closed", "6. Closed",
                "Won't do", "Won’t fix", "Win back", "Win-back", "Winning", "Lost contact",
            "Negotiation - Lost contact?", "Lost?", "Not won", "Nicht gewonnen", "Technical win", "Verbal win", "Likely won", "Won/Lost", "Closed Won/Lost",
            "Closed (won or lost)", "Won - later lost", "Won - Cancelled", "Win/Loss review", "NDA signed", "Contract sent for signing", "Meeting cancelled",
            "Sold-to check", "Lost in procurement", "Nothing lost", "Wonderland", "Perdidos de vista", "Closing",
            "Ready to close", "Deal", "Opportunity", "Ganador",
            "Lost - Reopened", "Lost cause",
            "Lead", "Vertrag verschickt", "Customer lost", "Churned", "-", "%", "?", "(", "🙂"})
    void aNameThatOnlySoundsLikeAnEndSaysNone(String name) {
        assertEquals(Optional.empty(), StageWords.kindOf(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Closed", "Technical win", "Won/Lost", "Churned", "Lost contact", "Meeting cancelled",
            "Cerrado", "Abgeschlossen", "Perdidos de vista"})
    void suchANameIsPointedOut(String name) {
        assertTrue(StageWords.soundsLikeEnd(name));
        assertFalse(StageWords.soundsLikeEnd("Discovery"));
    }
}
