package org.turnwise.intake.crm.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;

/** How a deal stands by its row: what the CRM says in so many words goes before the stage's name, which every team chooses for itself. */
final class DealStatus {

    private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "y", "x", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "si", "vero", "checked");
    private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "n", "falsch", "nein", "faux", "non", "falso", "unchecked");
    /** What CRMs also say of a record that is in use, however its deal ended. */
    private static final Set<String> IN_USE = Set.of("active", "in progress", "new", "pending");
    /** Headers that ask how a deal stands, where 1 may mean that it is active, and not what came of it. */
    private static final Set<String> STANDING = Set.of("status", "dealstatus", "opportunitystatus", "oppstatus", "statustype", "statut", "estado");
    private static final String ACCEPTED = "won, lost, no decision, disqualified, open";

    private final Columns columns;
    private final ColumnProfile profile;
    private final Map<String, Optional<OutcomeKind>> known = new HashMap<>();
    private final Set<String> takenAsOpen = new HashSet<>();
    private final Contradictions contradictions = new Contradictions();

    DealStatus(Columns columns, ColumnProfile profile) {
        this.columns = columns;
        this.profile = profile;
    }

    /** A value can't be understood; says which, and what was expected. */
    static final class Unclear extends Exception {
        Unclear(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    OutcomeKind of(RawTable.Row row) throws Unclear {
        Optional<Boolean> won = flag(row, Meaning.WON);
        Optional<Boolean> closed = flag(row, Meaning.CLOSED);
        if (won.orElse(false) && closed.orElse(true)) {
            return flagged(row, OutcomeKind.WON);
        }
        if (closed.isPresent()) {
            contradictions.wonAndNotClosed += won.orElse(false) ? 1 : 0;
            return closed.get() ? won.isPresent() ? flagged(row, OutcomeKind.LOST) : ofClosed(row) : OutcomeKind.OPEN;
        }
        Optional<OutcomeKind> code = stateCode(row);
        Optional<OutcomeKind> stated = code.isPresent() ? code : status(row);
        Optional<String> stage = stage(row);
        if (stated.isPresent()) {
            return settled(row, stated.get(), code.isPresent() ? Meaning.STATE_CODE : Meaning.STATUS);
        }
        if (stage.isPresent()) {
            return ofStage(stage.get());
        }
        throw new Unclear(won.isPresent()
                ? "says that the deal isn't won, and nothing says whether it is closed"
                : "doesn't say how the deal stands; expected a stage, a status, or closed and won");
    }

    /** Flags go before the stage's name, which is told of where it says otherwise. */
    private OutcomeKind flagged(RawTable.Row row, OutcomeKind kind) {
        boolean otherwise = end(row).filter(end -> (end == OutcomeKind.WON) != (kind == OutcomeKind.WON)).isPresent();
        contradictions.flagsOverStage += otherwise ? 1 : 0;
        return kind;
    }

    /** The end that a row's stage names, if it names one. */
    private Optional<OutcomeKind> end(RawTable.Row row) {
        return stage(row).flatMap(this::known).filter(kind -> kind.conversion() != Conversion.CENSORED);
    }

    private Optional<String> stage(RawTable.Row row) {
        return columns.value(row, Meaning.STAGE);
    }

    /** What a status comes to beside a stage that is an end itself. */
    private OutcomeKind settled(RawTable.Row row, OutcomeKind stated, Meaning by) {
        Optional<OutcomeKind> end = end(row);
        boolean agree = end.isEmpty() || stated.conversion() != Conversion.CENSORED && (stated == OutcomeKind.WON) == (end.get() == OutcomeKind.WON);
        if (agree) {
            return stated;
        }
        String status = columns.value(row, by).orElse("");
        String example = "\"" + status + "\" beside \"" + columns.value(row, Meaning.STAGE).orElse("") + "\"";
        if (by == Meaning.STATUS && profile.word(status).isEmpty() && IN_USE.contains(status.toLowerCase(Locale.ROOT))) {
            contradictions.stageOverStatus.add(example);
            return end.get();
        }
        contradictions.leftOpen.add(example);
        return OutcomeKind.OPEN;
    }

    private Optional<Boolean> flag(RawTable.Row row, Meaning meaning) throws Unclear {
        Optional<String> said = columns.value(row, meaning);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String word = said.get().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Unclear("\"" + said.get() + "\" in \"" + columns.headerOf(meaning)
                    + "\" is neither yes nor no; accepted are true, false, yes, no, 1 and 0");
        }
        return Optional.of(YES.contains(word));
    }

    /** Closed, and no column for won: the status or the stage must say. */
    private OutcomeKind ofClosed(RawTable.Row row) throws Unclear {
        Optional<OutcomeKind> code = stateCode(row);
        Optional<OutcomeKind> stated = (code.isPresent() ? code : status(row)).filter(kind -> kind.conversion() != Conversion.CENSORED);
        return (stated.isPresent() ? Optional.of(settled(row, stated.get(), code.isPresent() ? Meaning.STATE_CODE : Meaning.STATUS)) : end(row))
                .orElseThrow(() -> new Unclear("says that the deal is closed, and nothing says whether it is won"));
    }

    private Optional<OutcomeKind> stateCode(RawTable.Row row) throws Unclear {
        Optional<String> said = columns.value(row, Meaning.STATE_CODE);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (said.get().toLowerCase(Locale.ROOT)) {
            case "0", "open", "p" -> OutcomeKind.OPEN;
            case "1", "won", "s" -> OutcomeKind.WON;
            case "2", "lost", "f" -> OutcomeKind.LOST;
            default -> throw new Unclear("\"" + said.get() + "\" is no state; accepted are 0 or P (open), 1 or S (won) and 2 or F (lost)");
        });
    }

    private Optional<OutcomeKind> status(RawTable.Row row) throws Unclear {
        Optional<String> said = columns.value(row, Meaning.STATUS);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Optional<OutcomeKind> kind = known(said.get(), Meaning.STATUS);
        if (kind.isEmpty() && columns.value(row, Meaning.STAGE).isEmpty()) {
            throw new Unclear("\"" + said.get() + "\" in \"" + columns.headerOf(Meaning.STATUS)
                    + "\" is no outcome that is known; accepted are " + ACCEPTED);
        }
        kind.ifPresent(is -> noteIfOpen(said.get(), is));
        return kind;
    }

    /** A stage that isn't known to be an end is one on the way: the deal is open. */
    private OutcomeKind ofStage(String stage) {
        OutcomeKind kind = known(stage).orElse(OutcomeKind.OPEN);
        noteIfOpen(stage, kind);
        return kind;
    }

    private void noteIfOpen(String said, OutcomeKind kind) {
        if (kind == OutcomeKind.OPEN && !takenAsOpen.contains(said) && profile.word(said).isEmpty() && StageWords.kindOf(said).isEmpty()) {
            takenAsOpen.add(said);
        }
    }

    /** What a word for a status or stage comes to. */
    Optional<OutcomeKind> known(String said) {
        return known.computeIfAbsent(said, word ->
                profile.word(word).or(() -> StageWords.kindOf(word)).or(() -> OutcomeWords.named(word).map(DealStatus::ofDeal)));
    }

    /** What a word in this column comes to: one that asks for the outcome may be answered by 1 or yes, which says nothing of a stage. */
    Optional<OutcomeKind> known(String said, Meaning meaning) {
        boolean asks = meaning == Meaning.STATUS && !STANDING.contains(Meaning.normalised(columns.headerOf(Meaning.STATUS)));
        return known(said).or(() -> asks ? OutcomeWords.answer(said) : Optional.empty());
    }

    /** What a CRM's own words for the end of a deal come to. Who churned had bought before: that deal isn't lost, and nothing says that it is the one. */
    private static OutcomeKind ofDeal(OutcomeKind kind) {
        return switch (kind) {
            case WON, LOST, NO_DECISION, DISQUALIFIED, OPEN -> kind;
            case WON_ON_CALL, RENEWED, EXPANSION_AGREED -> OutcomeKind.WON;
            case LOST_COMPETITOR, NOT_INTERESTED, PRICING_REJECTION -> OutcomeKind.LOST;
            case DISQUALIFIED_FAIR -> OutcomeKind.DISQUALIFIED;
            default -> OutcomeKind.OPEN;
        };
    }

    /** Where a row's columns say different things of its deal, and what was made of that. */
    List<String> contradictions() {
        return contradictions.notes();
    }

    /** Names of stages that were taken to be on the way because nobody said otherwise, those first that sound like an end. */
    List<String> takenAsOpen() {
        return takenAsOpen.stream()
                .sorted(Comparator.comparing((String said) -> !StageWords.soundsLikeEnd(said)).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
