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

    /** The text with this key, its {@code {0}}, {@code {1}} … filled in. Numbers are written plainly, without a locale's separators. */
    public static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            plain[i] = arguments[i] instanceof Integer || arguments[i] instanceof Long
                    ? Figures.count(((Number) arguments[i]).longValue())
                    : arguments[i];
        }
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }
}
