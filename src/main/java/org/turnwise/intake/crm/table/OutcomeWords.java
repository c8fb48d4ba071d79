package org.turnwise.intake.crm.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.turnwise.reward.OutcomeKind;

/** The words by which CRMs and people say what came of a deal. */
public final class OutcomeWords {

    public static final String ACCEPTED = "won, lost, no decision, disqualified, open, 1, 0, true, false, or a name such as DEMO_BOOKED";

    /** To the question whether it was won: they mean nothing as the name of a stage. */
    private static final Map<String, OutcomeKind> ANSWERS = Map.of("1", OutcomeKind.WON, "1.0", OutcomeKind.WON, "true", OutcomeKind.WON,
            "yes", OutcomeKind.WON,
            "0", OutcomeKind.LOST, "0.0", OutcomeKind.LOST, "false", OutcomeKind.LOST, "no", OutcomeKind.LOST);
    private static final Map<String, OutcomeKind> WORDS = words();

    private OutcomeWords() {}

    /** By a word, or by the answer to whether it was won, such as 1. */
    public static Optional<OutcomeKind> kindOf(String said) {
        return named(said).or(() -> answer(said));
    }

    /** By a word that says so by itself. */
    static Optional<OutcomeKind> named(String said) {
        return Optional.ofNullable(WORDS.get(normalised(said)));
    }

    static Optional<OutcomeKind> answer(String said) {
        return Optional.ofNullable(ANSWERS.get(normalised(said)));
    }

    private static Map<String, OutcomeKind> words() {
        Map<String, OutcomeKind> words = new HashMap<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            words.put(normalised(kind.name()), kind);
            words.put(normalised(kind.title()), kind);
        }
        put(words, OutcomeKind.WON, "closed won|closedwon|gewonnen|"
                + "gagne|gagné|gagnee|gagnée|gagnés|ganado|ganada|vinto|vinta|ganho|ganha|wygrane|wygrana|vunnen|vundet|受注|成約|赢单|成交|수주");
        put(words, OutcomeKind.LOST, "closed lost|closedlost|verloren|"
                + "perdu|perdue|perdido|perdida|perso|persa|przegrane|przegrana|förlorad|tabt|失注|输单|丢单|실주");
        put(words, OutcomeKind.NO_DECISION, "went dark|dead|abandoned|unresponsive");
        put(words, OutcomeKind.DISQUALIFIED, "unqualified|bad fit|junk|duplicate");
        put(words, OutcomeKind.OPEN, "in progress|pending");
        return Map.copyOf(words);
    }

    private static void put(Map<String, OutcomeKind> words, OutcomeKind kind, String alternatives) {
        for (String word : alternatives.split("\\|", -1)) {
            words.put(normalised(word), kind);
        }
    }

    private static String normalised(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }
}
