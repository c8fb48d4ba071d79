package org.turnwise.scoring.member;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Words, and pairs of words that follow each other, each with a place of its own, from 0. A pair is looked up by the places of its words, so that it is never
 * made a string while a text is read. While it grows it belongs to one thread; then any thread may ask it.
 */
final class PhraseTable {

    /** Of what is not in it. */
    static final int NOWHERE = -1;

    private final ObjectIntHashMap<String> words = new ObjectIntHashMap<>();
    private final LongIntHashMap pairs = new LongIntHashMap();
    private final List<String> spelled = new ArrayList<>();

    /** By place: of a pair, the places of its words; of a word, where it is spelled, as a negative number. */
    private final LongArrayList made = new LongArrayList();

    int find(String word) {
        return words.getOrDefault(word, NOWHERE);
    }

    /** @param first place of the first word, or {@link #NOWHERE}; likewise the second */
    int find(int first, int second) {
        return first == NOWHERE || second == NOWHERE ? NOWHERE : pairs.getOrDefault(pair(first, second), NOWHERE);
    }

    int findOrAdd(String word) {
        int place = find(word);
        if (place != NOWHERE) {
            return place;
        }
        words.put(word, made.size());
        made.add(~(long) spelled.size());
        spelled.add(word);
        return made.size() - 1;
    }

    int findOrAdd(int first, int second) {
        int place = find(first, second);
        if (place != NOWHERE) {
            return place;
        }
        pairs.put(pair(first, second), made.size());
        made.add(pair(first, second));
        return made.size() - 1;
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    /** A word, or two with a space between. */
    String text(int place) {
        long parts = made.get(place);
        return parts < 0 ? spelled.get((int) ~parts) : text((int) (parts >>> Integer.SIZE)) + ' ' + text((int) parts);
    }
}
