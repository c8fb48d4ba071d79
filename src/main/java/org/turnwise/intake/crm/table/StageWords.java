package org.turnwise.intake.crm.table;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.reward.OutcomeKind;

/**
 * What the name of a stage or status says of a deal: {@code 6. Closed Won}, {@code Lost - Price}, {@code Perdida por licitación}.
 *
 * <p>A name says an end if nothing stands before the word for it but a number and words that say nothing by themselves, such as "closed" and "deal"; what comes
 * after a dash, a bracket or a word such as "to" is why. A name that says two ends, or asks, says none.
 */
final class StageWords {

    private static final Set<String> WON = words("won|win|closedwon|closewon|gewonnen|gewonnene|gewonnener|gagne|gagnee|gagnes|gagnees|remporte|remportee"
            + "|ganado|ganada|ganados|ganadas|ganho|ganha|ganhos|ganhas|vinto|vinta|vinti|vinte|выиграна|выиграно|выигран|выиграла|успешна|успешная|wygrane"
            + "|wygrana|wygrany|vunnen|vunnet|vundet");
    private static final Set<String> LOST = words("lost|loss|lose|closedlost|closelost|verloren|verlorene|verlorener|perdu|perdue|perdus|perdues|perdido"
            + "|perdida|perdidos|perdidas|perda|perso|persa|persi|perse|perduto|perduta|проиграна|проиграно|проигран|провалена|провалено|потеряна|потерян"
            + "|przegrane|przegrana|przegrany|forlorad|forlorat|tapt|tabt");
    /** Ends that are one only as the whole name: a contract that is signed is won, an NDA is not. */
    private static final Map<String, OutcomeKind> WHOLE = whole();
    private static final Set<String> OPEN = words("open|active|in progress|new|pending|offen|in bearbeitung|laufend|ouvert|ouverte|en cours|abierto|abierta"
            + "|en curso|en proceso|aberto|aberta|em andamento|aperto|aperta|in corso|in attesa|lopend|in behandeling|открыта|в работе");

    private static final Set<String> CLOSED = words("closed|close|abgeschlossen|geschlossen|ferme|fermee|cloture|cloturee|clos|close|cerrado|cerrada|cierre"
            + "|chiuso|chiusa|fechado|fechada|fechamento|gesloten|afgesloten|закрыта|закрыто|закрыт|zamkniete|zamknieta|lukket|stangd");
    private static final Set<String> EMPTY = words("deal|deals|opportunity|opportunities|opp|sale|business|lead|the|and|und|et|y|e|en|i|och|og|и|auftrag"
            + "|geschaft|verkaufschance|chance|opportunitat|affaire|affaires|opportunite|vente|oportunidad|negocio|negocios|venta|trato|oportunidade"
            + "|negociacao|venda|opportunita|trattativa|vendita|affare|kans|verkoop|сделка|сделки|продажа");
    /** After a word for lost, what follows says to whom or why. */
    private static final Set<String> WHY = words("to|due|because|on|against|an|wegen|gegen|durch|face|a|au|aux|contre|pour|por|ante|contra|frente|para|pelo"
            + "|pela|devido|per|contro|aan|door|wegens|vanwege|из|по");
    /** What a deal that was lost may be again. */
    private static final Set<String> REVIVED = words("reopen|reopened|reactivate|reactivated|recovered|revived|wiedereröffnet|reaktiviert|rouvert|reabierto"
            + "|reaberto|riaperto|heropend");
    private static final Pattern ORDER = Pattern.compile("^[\\[(]?(?:(?:stage|step|phase|etapa|etape|fase|stufe|c|s)\\s*)?\\d{1,3}[a-z]?[\\])]?(?:[\\s.:)\\-/]+|$)");
    private static final Pattern PERCENT = Pattern.compile("\\(?\\b\\d{1,3}\\s*%\\)?");
    private static final Pattern PARTS = Pattern.compile("\\s-+\\s|-+\\s|\\s-+|[/:,;|()\\[\\]]+");
    /** Words, and any other sign but those that only adorn. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’`]+|[^\\s\\p{So}\\p{Cf}\\p{M}!.*-]");
    private static final Pattern LIKE_END = Pattern.compile("(?:won|win|lost|loss|lose|clos|cancel|reject|declin|dead|signed|sold|churn|dropp|refus|convert"
            + "|complet|terminat|gewonn|verl[oi]r|geschl|abge|stornier|umgewandelt|erledigt|gagn|perd|pers[oaie]$|vend[ui]|annul|abandon|cerrad|ganad|ganh"
            + "|fechad|chius|vint[oa]|firm|assin|desist|descart|geslot|afge|geannul|проигр|провал|выигр|успеш|закры|отказ|отмен).*");

    private StageWords() {}

    /** How a deal stands that is in the stage, or has the status, by this name; empty if the name doesn't say. */
    static Optional<OutcomeKind> kindOf(String name) {
        String plain = plain(name);
        if (OPEN.contains(plain)) {
            return Optional.of(OutcomeKind.OPEN);
        }
        String bare = ORDER.matcher(PERCENT.matcher(plain).replaceAll(" ").strip()).replaceFirst("");
        List<List<String>> parts = Stream.of(PARTS.split(bare, -1)).map(StageWords::tokens).filter(part -> !part.isEmpty()).toList();
        if (plain.contains("?") || parts.isEmpty()) {
            return Optional.empty();
        }
        List<String> saying = parts.stream().flatMap(List::stream).filter(not(CLOSED)).toList();
        return whole(saying).or(() -> whole(saying.stream().filter(not(EMPTY)).toList())).or(() -> ofParts(parts));
    }

    private static Optional<OutcomeKind> whole(List<String> tokens) {
        return Optional.ofNullable(WHOLE.get(String.join(" ", tokens)));
    }

    /** Whether it has a word such as ends have, so that a person should look at what it is taken for. */
    static boolean soundsLikeEnd(String name) {
        return tokens(plain(name).replace('-', ' ')).stream().anyMatch(token -> LIKE_END.matcher(token).matches());
    }

    private static Optional<OutcomeKind> ofParts(List<List<String>> parts) {
        int first = 0;
        while (first < parts.size() - 1 && parts.get(first).stream().allMatch(token -> CLOSED.contains(token) || EMPTY.contains(token))) {
            first++;
        }
        boolean closed = parts.subList(0, first + 1).stream().anyMatch(part -> CLOSED.contains(part.getFirst()) || part.getFirst().startsWith("close"));
        Optional<OutcomeKind> said = head(parts.get(first), closed);
        List<List<String>> rest = parts.subList(first + 1, parts.size());
        return said.filter(kind -> rest.stream().noneMatch(part -> contradicts(kind, part, closed)));
    }

    /** What the part says that stands first, or after "closed". */
    private static Optional<OutcomeKind> head(List<String> part, boolean closed) {
        List<String> saying = part.stream().dropWhile(token -> CLOSED.contains(token) || EMPTY.contains(token)).toList();
        if (saying.isEmpty() || end(saying.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        OutcomeKind kind = end(saying.getFirst()).get();
        List<String> after = saying.subList(1, saying.size());
        boolean nothingElse = after.stream().allMatch(token -> CLOSED.contains(token) || EMPTY.contains(token));
        boolean why = kind == OutcomeKind.LOST && !after.isEmpty() && WHY.contains(after.getFirst());
        return Optional.of(kind).filter(any -> nothingElse || closed || why).filter(any -> !contradicts(kind, after, false));
    }

    /** After "closed lost" only a part that says nothing but "won" speaks against it; after "lost" alone every mention does. */
    private static boolean contradicts(OutcomeKind kind, List<String> part, boolean closed) {
        Predicate<String> other = token -> end(token).filter(end -> end != kind).isPresent();
        List<String> saying = part.stream().filter(not(EMPTY)).filter(not(CLOSED)).toList();
        boolean otherEnd = closed ? !saying.isEmpty() && saying.stream().allMatch(other) : saying.stream().anyMatch(other);
        boolean undone = kind == OutcomeKind.WON && whole(saying).filter(end -> end != OutcomeKind.WON).isPresent();
        return otherEnd || undone || saying.stream().anyMatch(REVIVED::contains);
    }

    private static Optional<OutcomeKind> end(String token) {
        return WON.contains(token) ? Optional.of(OutcomeKind.WON) : LOST.contains(token) ? Optional.of(OutcomeKind.LOST) : Optional.empty();
    }

    private static Predicate<String> not(Set<String> words) {
        return token -> !words.contains(token);
    }

    private static List<String> tokens(String part) {
        return TOKEN.matcher(part).results().map(found -> found.group()).toList();
    }

    /** Without case, accents and the many kinds of dash. */
    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return decomposed.toLowerCase(Locale.ROOT).replaceAll("\\p{Pd}", "-").replaceAll("[\\s_]+", " ").strip();
    }

    private static Set<String> words(String alternatives) {
        return Stream.of(alternatives.split("\\|", -1)).map(StageWords::plain).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, OutcomeKind> whole() {
        Map<OutcomeKind, String> said = new EnumMap<>(OutcomeKind.class);
        said.put(
                OutcomeKind.WON,
                "sold|signed|contract signed|agreement signed|verkauft|unterschrieben|unterzeichnet|vertrag unterschrieben|vertrag unterzeichnet"
                + "|auftrag erhalten|beauftragt|vendu|vendue|signe|signee|contrat signe|conclu|conclue|affaire conclue|vendido|vendida|firmado"
                + "|contrato firmado|assinado|contrato assinado|venduto|venduta|firmato|contratto firmato|acquisito|acquisita|verkocht|getekend|ondertekend"
                + "|contract getekend|продано|успешно реализовано");
        said.put(
                OutcomeKind.LOST,
                "cancelled|canceled|deal cancelled|declined|rejected|abgesagt|abgelehnt|storniert|kein interesse|annule|annulee|refuse|refusee|pas interesse"
                + "|cancelado|cancelada|rechazado|rechazada|no interesado|recusado|recusada|sem interesse|annullato|annullata|rifiutato|rifiutata"
                + "|non interessato|geannuleerd|afgewezen|geen interesse|отказ|отменена|не реализовано|и не реализовано");
        said.put(
                OutcomeKind.NO_DECISION,
                "no decision|stalled|dead|abandoned|went dark|unresponsive|ghosted|keine entscheidung|pas de decision|sans decision|abandonne|abandonnee"
                + "|sin decision|abandonado|abandonada|sem decisao|nessuna decisione|abbandonato|abbandonata|geen beslissing|без решения");
        said.put(
                OutcomeKind.DISQUALIFIED,
                "disqualified|unqualified|not qualified|bad fit|junk|duplicate|spam|disqualifiziert|nicht qualifiziert|disqualifie|non qualifie|doublon"
                + "|descalificado|no calificado|no cualificado|duplicado|desqualificado|nao qualificado|squalificato|non qualificato|gediskwalificeerd"
                + "|niet gekwalificeerd|дубль|некачественный");
        Map<String, OutcomeKind> whole = new HashMap<>();
        said.forEach((kind, alternatives) -> words(alternatives).forEach(word -> whole.put(word, kind)));
        return Map.copyOf(whole);
    }
}
