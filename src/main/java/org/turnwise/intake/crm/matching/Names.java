package org.turnwise.intake.crm.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people and companies as words that can be compared. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** What companies put behind their name by law or habit, and others leave out. */
    private static final Set<String> FORMS = Set.of(
            "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "corp", "corporation", "co", "gmbh", "ag", "kg", "ohg", "ug", "se", "sa", "sas",
            "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "aps", "pty", "kk", "sl", "ltda", "the", "and", "und", "et", "y");

    private Names() {}

    /** In lower case, without accents. */
    static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The words of a company's name without legal forms; all of them if nothing else would be left. */
    static List<String> company(String name) {
        List<String> words = words(name);
        List<String> telling = words.stream().filter(word -> !FORMS.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** Whether two are the same person's name: the same words in any order, or the same last word and initials for the rest, as in D. Whelan. */
    static boolean samePerson(List<String> one, List<String> other) {
        if (one.size() < 2 || one.size() != other.size()) {
            return false;
        }
        if (one.equals(other) || Set.copyOf(one).equals(Set.copyOf(other))) {
            return true;
        }
        boolean initials = one.getLast().equals(other.getLast());
        for (int i = 0; i < one.size() - 1 && initials; i++) {
            String a = one.get(i);
            String b = other.get(i);
            initials = a.equals(b) || (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0);
        }
        return initials;
    }
}
