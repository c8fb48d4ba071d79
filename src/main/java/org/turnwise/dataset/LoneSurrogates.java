package org.turnwise.dataset;

/** Halves of characters, which broken transcribers leave behind and UTF-8 can't carry. */
final class LoneSurrogates {

    private LoneSurrogates() {}

    /** JSON in which each stands as an escape; they only occur within strings. */
    static String escaped(String json) {
        return replaced(json, true);
    }

    /** Text in which each is the replacement character, for formats that have no way to write them. */
    static String without(String text) {
        return replaced(text, false);
    }

    private static String replaced(String text, boolean escape) {
        if (text.codePoints().noneMatch(LoneSurrogates::lone)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (!lone(point)) {
                replaced.appendCodePoint(point);
            } else if (escape) {
                replaced.append("\\u").append(Integer.toHexString(point));
            } else {
                replaced.append('\uFFFD');
            }
        });
        return replaced.toString();
    }

    private static boolean lone(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
