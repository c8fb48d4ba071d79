package org.turnwise.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What can be counted in one turn's text. Immutable; any thread.
 *
 * @param words            tokens that are words or numbers
 * @param sentences        at least 1 if there are words
 * @param punctuated       whether any sentence ends in {@code . ? !} or the like
 * @param markedQuestions  sentences ending in a question mark, less tags ("right?") and greetings ("how are you?")
 * @param formedQuestions  sentences that begin like a question, whatever ends them; for transcripts without punctuation
 * @param openQuestions    questions of either kind that ask for more than yes or no (what, how, why, tell me …)
 * @param exclamations     exclamation marks, a run of them counted once
 * @param numbers          tokens with a digit, and number words from two up
 * @param backchannel      nothing but up to three words of listening ("yeah", "mm-hm", "got it"): not a turn of its own
 * @param topics           lexicon matches by {@link Topic#ordinal()}
 */
public record Utterance(
        int words,
        int sentences,
        boolean punctuated,
        int markedQuestions,
        int formedQuestions,
        int openQuestions,
        int exclamations,
        int numbers,
        boolean backchannel,
        int[] topics) {

    private static final Set<String> QUESTION_OPENERS = Set.of(
            "what", "what's", "whats", "how", "how's", "why", "who", "who's", "whose", "which", "when", "where", "where's", "do", "does", "did",
            "is", "are", "was", "were", "can", "could", "would", "will", "should", "shall", "have", "has", "had", "am", "may", "isn't", "aren't",
            "don't", "doesn't", "didn't", "wouldn't", "couldn't", "won't", "can't", "haven't");
    private static final Set<String> OPEN_OPENERS = Set.of("what", "what's", "whats", "how", "how's", "why", "describe", "explain");
    private static final List<List<String>> OPEN_PHRASES =
            List.of(List.of("tell", "me"), List.of("walk", "me"), List.of("talk", "me"), List.of("help", "me", "understand"));
    private static final List<List<String>> GREETINGS = List.of(
            List.of("how", "are", "you"), List.of("how's", "it", "going"), List.of("how", "is", "it", "going"), List.of("how", "are", "things"),
            List.of("how", "do", "you", "do"), List.of("how's", "your", "day"), List.of("how", "is", "your", "day"));
    private static final Set<String> TAGS = Set.of("right", "ok", "okay", "yeah", "yes", "no", "correct", "huh", "really", "eh", "see", "alright");
    /** Words before a question proper: "so what", "and how", "but why". */
    private static final Set<String> LEAD_INS = Set.of("so", "and", "but", "well", "ok", "okay", "then", "now", "um", "uh", "oh", "also", "yeah", "hi",
            "hello");
    private static final Set<String> NUMBER_WORDS = Set.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty",
            "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "dozen", "half", "percent");
    private static final Set<String> LISTENING = Set.of(
            "ok", "okay", "yeah", "yep", "yes", "right", "mm", "hm", "mm-hm", "mhm", "sure", "got", "it", "uh-huh", "uh", "huh", "exactly", "i", "see", "ah",
            "oh");
    private static final int BACKCHANNEL_WORDS = 3;

    /** Reads one turn. */
    public static Utterance read(String text) {
        SentenceScan scan = new SentenceScan(text);
        int marked = 0;
        int formed = 0;
        int open = 0;
        int numbers = 0;
        boolean punctuated = false;
        int sentences = 0;
        List<String> all = new ArrayList<>();
        for (SentenceScan.Sentence sentence : scan.sentences()) {
            List<String> tokens = sentence.tokens();
            punctuated |= sentence.end() != 0;
            all.addAll(tokens);
            if (tokens.isEmpty()) {
                continue;
            }
            sentences++;
            List<String> body = withoutLeadIns(tokens);
            boolean counts = !isTag(tokens) && !startsWithAny(body, GREETINGS);
            boolean asks = sentence.end() == '?' && counts;
            boolean formedLikeOne = counts && (QUESTION_OPENERS.contains(body.getFirst()) || isOpen(body));
            marked += asks ? 1 : 0;
            formed += formedLikeOne ? 1 : 0;
            open += (asks || formedLikeOne && sentence.end() == 0) && isOpen(body) ? 1 : 0;
        }
        for (String token : all) {
            numbers += Character.isDigit(token.charAt(0)) || NUMBER_WORDS.contains(token) ? 1 : 0;
        }
        boolean backchannel = all.size() <= BACKCHANNEL_WORDS && marked == 0 && !all.isEmpty() && LISTENING.containsAll(all);
        return new Utterance(
                all.size(), sentences, punctuated, marked, formed, open, scan.exclamations(), numbers, backchannel, Lexicon.standard().count(all));
    }

    /** The text's words, lower-cased, in order. */
    public static List<String> tokensOf(String text) {
        List<String> tokens = new ArrayList<>();
        for (SentenceScan.Sentence sentence : new SentenceScan(text).sentences()) {
            tokens.addAll(sentence.tokens());
        }
        return tokens;
    }

    /** How often the topic comes up. */
    public int topic(Topic topic) {
        return topics[topic.ordinal()];
    }

    private static List<String> withoutLeadIns(List<String> tokens) {
        int from = 0;
        while (from < tokens.size() - 1 && LEAD_INS.contains(tokens.get(from))) {
            from++;
        }
        return tokens.subList(from, tokens.size());
    }

    private static boolean isTag(List<String> tokens) {
        return tokens.size() <= 2 && TAGS.containsAll(tokens);
    }

    private static boolean isOpen(List<String> tokens) {
        return OPEN_OPENERS.contains(tokens.getFirst()) || startsWithAny(tokens, OPEN_PHRASES);
    }

    private static boolean startsWithAny(List<String> tokens, List<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            if (startsWith(tokens, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(List<String> tokens, List<String> phrase) {
        if (tokens.size() < phrase.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.get(i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
