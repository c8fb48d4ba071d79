package org.turnwise.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on screen, from {@code i18n/turnwise.properties}. */
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.turnwise");

    private Texts() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /**
     * The text with this key, its {@code {0}}, {@code {1}} … filled in. Numbers are written as everywhere in Turnwise, whatever the locale; a {@code choice}
     * may depend on them.
     */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
