package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.turnwise.scoring.member.Evidence.Phrase;

/**
 * Puts words together that people would name together: a word that was only ever said as a part of one pair is that pair, and what it adds is added to it. One
 * thread.
 */
final class Phrases {

    private static final Pattern OPENING_MARKS = Pattern.compile("^[?!.,]+ (?=.)");
    private static final Pattern CLOSING_MARKS = Pattern.compile(" (?=[?!.,]$)");
    private static final Pattern THE_NUMBER_ITSELF = Pattern.compile(Phrase.ANY_NUMBER + " (?=\\S*\\d)");

    private final Map<Phrase, List<Integer>> said;
    private final Map<Phrase, Double> amounts = new LinkedHashMap<>();

    /** @param said the turn of each time each phrase was said */
    Phrases(Map<Phrase, List<Integer>> said) {
        this.said = said;
    }

    void add(Phrase phrase, double amount) {
        amounts.merge(phrase, amount, Double::sum);
    }

    /** What was added, in fewer pieces. */
    List<Explanation.Share> shares() {
        Map<Phrase, Phrase> pairOf = pairs();
        Map<Phrase, Double> together = new LinkedHashMap<>();
        amounts.forEach((phrase, amount) -> together.merge(pairOf.getOrDefault(phrase, phrase), amount, Double::sum));
        List<Explanation.Share> shares = new ArrayList<>();
        together.forEach((phrase, amount) -> shares.add(new Explanation.Share(
                new Cause.Said(written(phrase.text()), phrase.side()), amount, said.getOrDefault(phrase, List.of()).stream().distinct().toList())));
        return shares;
    }

    /** For words that were only said in pairs: the pair that adds most. */
    private Map<Phrase, Phrase> pairs() {
        Map<Phrase, Phrase> pairOf = new HashMap<>();
        for (Map.Entry<Phrase, Double> entry : amounts.entrySet()) {
            Phrase pair = entry.getKey();
            int space = pair.text().indexOf(' ');
            if (space < 0) {
                continue;
            }
            for (String word : List.of(pair.text().substring(0, space), pair.text().substring(space + 1))) {
                Phrase single = new Phrase(word, pair.side());
                Phrase before = pairOf.get(single);
                boolean alwaysTogether = amounts.containsKey(single) && said.getOrDefault(single, List.of()).equals(said.get(pair));
                if (alwaysTogether && (before == null || Math.abs(entry.getValue()) > Math.abs(amounts.getOrDefault(before, 0.0)))) {
                    pairOf.put(single, pair);
                }
            }
        }
        return pairOf;
    }

    private static String written(String text) {
        String numbered = THE_NUMBER_ITSELF.matcher(text).replaceAll("").replace(Phrase.ANY_NUMBER, "(a number)");
        return CLOSING_MARKS.matcher(OPENING_MARKS.matcher(numbered).replaceAll("")).replaceAll("");
    }
}
