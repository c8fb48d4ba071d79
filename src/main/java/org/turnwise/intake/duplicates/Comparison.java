package org.turnwise.intake.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;

/**
 * Two calls side by side.
 *
 * @param common    the share of the words of the one that says fewer which the other says as often, 0 to 1
 * @param stretches turns that say nearly the same, in order; at most {@value #MOST}
 */
public record Comparison(double common, List<Stretch> stretches) {

    /** The same words as two tools wrote them. */
    public record Stretch(int oneTurn, List<Piece> one, int otherTurn, List<Piece> other) {

        public Stretch {
            one = List.copyOf(one);
            other = List.copyOf(other);
        }
    }

    /** Words in a row. @param differs whether the other call has others in their place */
    public record Piece(String text, boolean differs) {}

    private static final int MOST = 8;
    private static final int FEWEST_WORDS = 5;
    private static final int MOST_WORDS = 400;
    private static final double ALIKE = 0.5;

    public Comparison {
        stretches = List.copyOf(stretches);
    }

    public static Comparison of(Call one, Call other) {
        return new Comparison(common(Sketch.words(one), Sketch.words(other)), stretches(one, other));
    }

    private static double common(List<String> one, List<String> other) {
        Map<String, Integer> counts = new HashMap<>();
        one.forEach(word -> counts.merge(word, 1, Integer::sum));
        int both = 0;
        for (String word : other) {
            if (counts.merge(word, -1, Integer::sum) >= 0) {
                both++;
            }
        }
        int fewer = Math.min(one.size(), other.size());
        return fewer == 0 ? 0 : (double) both / fewer;
    }

    private static List<Stretch> stretches(Call one, Call other) {
        List<Set<String>> words = other.turns().stream().map(turn -> (Set<String>) new HashSet<>(Sketch.words(turn.text()))).toList();
        List<Stretch> found = new ArrayList<>();
        int from = 0;
        for (Turn turn : one.turns()) {
            Set<String> said = new HashSet<>(Sketch.words(turn.text()));
            int best = said.size() < FEWEST_WORDS ? -1 : best(said, words, from);
            if (best >= 0) {
                found.add(stretch(turn, other.turns().get(best)));
                from = best;
            }
            if (found.size() == MOST) {
                break;
            }
        }
        return found;
    }

    /** The turn that has most of these words, at or after a place; below 0 if none has half. */
    private static int best(Set<String> said, List<Set<String>> turns, int from) {
        int best = -1;
        double most = ALIKE;
        for (int i = from; i < turns.size(); i++) {
            double share = (double) said.stream().filter(turns.get(i)::contains).count() / said.size();
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }

    private static Stretch stretch(Turn one, Turn other) {
        String[] a = shown(one.text());
        String[] b = shown(other.text());
        boolean[] inBothA = new boolean[a.length];
        boolean[] inBothB = new boolean[b.length];
        markCommon(a, b, inBothA, inBothB);
        return new Stretch(one.ordinal(), pieces(a, inBothA), other.ordinal(), pieces(b, inBothB));
    }

    private static String[] shown(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length <= MOST_WORDS ? words : List.of(words).subList(0, MOST_WORDS).toArray(String[]::new);
    }

    /** By the longest common subsequence of words, without case and signs. */
    private static void markCommon(String[] a, String[] b, boolean[] inA, boolean[] inB) {
        int[][] longest = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                longest[i][j] = same(a[i], b[j]) ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (same(a[i], b[j])) {
                inA[i++] = true;
                inB[j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean same(String one, String other) {
        return Sketch.words(one).equals(Sketch.words(other));
    }

    private static List<Piece> pieces(String[] words, boolean[] common) {
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < words.length; ) {
            int to = from;
            while (to < words.length && common[to] == common[from]) {
                to++;
            }
            pieces.add(new Piece(String.join(" ", List.of(words).subList(from, to)), !common[from]));
            from = to;
        }
        return pieces;
    }
}
