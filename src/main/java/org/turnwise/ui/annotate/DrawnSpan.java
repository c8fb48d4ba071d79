package org.turnwise.ui.annotate;

import java.text.BreakIterator;
import java.util.Locale;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;

/**
 * Words of a turn that are being marked. Its ends never fall inside what a reader sees as one character: an emoji with its skin tone, a letter with its
 * accents.
 *
 * @param anchor where marking began, in UTF-16 units of the text
 * @param caret  where it has got to; never the same place
 */
record DrawnSpan(int ordinal, String text, int anchor, int caret) {

    enum Step {
        WORD,
        CHARACTER
    }

    DrawnSpan {
        if (anchor == caret) {
            throw new IllegalArgumentException("nothing is marked");
        }
    }

    /** The first word of a turn. */
    static DrawnSpan first(int ordinal, String text) {
        int end = next(text, 0, Step.WORD);
        return new DrawnSpan(ordinal, text, 0, end);
    }

    /** From one place to another, as a mouse was drawn; grows to whole characters, and is one at least. */
    static DrawnSpan drawn(int ordinal, String text, int from, int to) {
        BreakIterator characters = iterator(text, Step.CHARACTER);
        int low = Math.clamp(Math.min(from, to), 0, text.length() - 1);
        int start = characters.isBoundary(low) ? low : characters.preceding(low);
        int high = Math.max(Math.clamp(Math.max(from, to), 0, text.length()), start + 1);
        int end = characters.isBoundary(high) ? high : characters.following(high);
        return from <= to ? new DrawnSpan(ordinal, text, start, end) : new DrawnSpan(ordinal, text, end, start);
    }

    /** One step further, the anchor where it is; stays as it is rather than become empty. */
    DrawnSpan extended(int direction, Step step) {
        int to = direction > 0 ? next(text, caret, step) : previous(text, caret, step);
        return to == anchor ? this : new DrawnSpan(ordinal, text, anchor, to);
    }

    /** The word after or before; the same if there is none. */
    DrawnSpan moved(int direction) {
        if (direction > 0) {
            int end = next(text, end(), Step.WORD);
            return end == end() ? this : new DrawnSpan(ordinal, text, wordStart(end), end);
        }
        int start = previous(text, start(), Step.WORD);
        return start == start() ? this : new DrawnSpan(ordinal, text, start, next(text, start, Step.WORD));
    }

    private int wordStart(int end) {
        return previous(text, end, Step.WORD);
    }

    int start() {
        return Math.min(anchor, caret);
    }

    int end() {
        return Math.max(anchor, caret);
    }

    Target.OfSpan target(Call call) {
        return Target.OfSpan.in(call, ordinal, text.codePointCount(0, start()), text.codePointCount(0, end()));
    }

    /** The end of the word or character after the place; the end of the text if there is none. Word breaks may lie inside an emoji: those don't count. */
    private static int next(String text, int from, Step step) {
        BreakIterator breaks = iterator(text, step);
        BreakIterator characters = iterator(text, Step.CHARACTER);
        int at = from;
        int to = from;
        while (to < text.length()) {
            to = breaks.following(to);
            if (characters.isBoundary(to)) {
                if (step == Step.CHARACTER || worded(text, at, to)) {
                    return to;
                }
                at = to;
            }
        }
        return text.length();
    }

    private static int previous(String text, int from, Step step) {
        BreakIterator breaks = iterator(text, step);
        BreakIterator characters = iterator(text, Step.CHARACTER);
        int at = from;
        int to = from;
        while (to > 0) {
            to = breaks.preceding(to);
            if (characters.isBoundary(to)) {
                if (step == Step.CHARACTER || worded(text, to, at)) {
                    return to;
                }
                at = to;
            }
        }
        return 0;
    }

    /** Neither spaces nor punctuation alone. */
    private static boolean worded(String text, int from, int to) {
        return text.substring(from, to).codePoints().anyMatch(point -> Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL);
    }

    private static BreakIterator iterator(String text, Step step) {
        BreakIterator breaks = step == Step.WORD ? BreakIterator.getWordInstance(Locale.ROOT) : BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }
}
