package org.turnwise.ui.common;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody said, in whatever script, over as many lines as they need.
 *
 * <p>On Linux, JavaFX 26 shapes a run of joined, marked or right-to-left letters wrongly once a line ends within it (glyphs double, or laying out fails), and
 * takes a click behind an emoji for one on a character before it. So such words are given to it one by one: no line ends within one, and an emoji has nothing
 * behind it. Where there is less room than the longest of them needs, it runs over rather than be broken.
 */
public final class Wording extends TextFlow {

    /** No word that letters are joined in is as long; what is has no spaces between its words. */
    private static final int LONGEST_WORD = 32;

    private final String style;
    private String said = "";
    private @Nullable Font measuredIn;
    private double longest;

    /** @param style class of the words, which gives them their colour */
    public Wording(String style) {
        this.style = style;
        getStyleClass().add("wording");
    }

    public void show(String words) {
        if (!words.equals(said) || getChildren().isEmpty()) {
            said = words;
            measuredIn = null;
            getChildren().setAll(parts(words, style));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? width : Math.max(width, longest()));
    }

    @Override
    public void resize(double width, double height) {
        super.resize(Math.max(width, longest()), height);
    }

    /** How wide the longest piece is, if there are several; in px. */
    private double longest() {
        if (getChildren().size() < 2) {
            return 0;
        }
        Font font = ((Text) getChildren().getFirst()).getFont();
        if (!font.equals(measuredIn)) {
            measuredIn = font;
            longest = getChildren().stream().mapToDouble(child -> width(((Text) child).getText(), font)).max().orElse(0);
        }
        return longest;
    }

    private static double width(String piece, Font font) {
        Text alone = new Text(piece);
        alone.setFont(font);
        return alone.getLayoutBounds().getWidth();
    }

    /** The words as nodes for a flow of text, each of this style class. Most are one node. */
    public static List<Text> parts(String words, String style) {
        return pieces(words).stream().map(piece -> {
            Text text = new Text(piece);
            text.getStyleClass().add(style);
            return text;
        }).toList();
    }

    static List<String> pieces(String words) {
        if (words.codePoints().noneMatch(Wording::isIntricate)) {
            return List.of(words);
        }
        return cut(words, wordEnds(words)).stream().flatMap(word -> cut(word, characterEnds(word)).stream()).toList();
    }

    private static List<String> cut(String words, SortedSet<Integer> ends) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            if (end > from) {
                pieces.add(words.substring(from, end));
                from = end;
            }
        }
        return pieces;
    }

    /** Where a line may end, and before the space in front of that. */
    private static SortedSet<Integer> wordEnds(String words) {
        SortedSet<Integer> ends = new TreeSet<>();
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(words);
        for (int end = lines.first(); end != BreakIterator.DONE; end = lines.next()) {
            ends.add(end);
            int letters = end;
            while (letters > 0 && Character.isWhitespace(words.charAt(letters - 1))) {
                letters--;
            }
            ends.add(letters);
        }
        return ends;
    }

    /** The end of the word, and in it around each character of several code units; in what is too long for a word, around every character. */
    private static SortedSet<Integer> characterEnds(String word) {
        SortedSet<Integer> ends = new TreeSet<>(List.of(word.length()));
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            if (word.length() > LONGEST_WORD || word.substring(from, to).chars().anyMatch(unit -> Character.isSurrogate((char) unit))) {
                ends.add(from);
                ends.add(to);
            }
            from = to;
        }
        return ends;
    }

    /** Whether more must be known than the letter itself to draw it. */
    private static boolean isIntricate(int point) {
        if (point < 0x0300) {
            return false;
        }
        if (point > Character.MAX_VALUE || isMark(point)) {
            return true;
        }
        return switch (UnicodeScript.of(point)) {
            case LATIN, GREEK, CYRILLIC, ARMENIAN, GEORGIAN, HAN, HIRAGANA, KATAKANA, BOPOMOFO, COMMON -> false;
            case HANGUL -> point < 0xAC00;
            default -> true;
        };
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
