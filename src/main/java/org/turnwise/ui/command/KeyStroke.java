package org.turnwise.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One press of a key with its modifiers.
 *
 * <p>Letters, digits and named keys are told by their code, so that they work whatever the case; other signs ({@code ?}, {@code [}, {@code +}) by the
 * character they type, so that they work on every keyboard layout.
 *
 * @param key     a letter in upper case, a digit, the name of a {@link KeyCode} such as {@code Enter}, or one sign
 * @param command Ctrl, or Cmd on a Mac
 * @param shift   never set for signs: it is part of how they are typed
 */
public record KeyStroke(String key, boolean command, boolean shift, boolean alt) {

    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("Enter", "↵"), Map.entry("Right", "→"), Map.entry("Left", "←"), Map.entry("Up", "↑"), Map.entry("Down", "↓"),
            Map.entry("Escape", "Esc"), Map.entry("Delete", "Del"), Map.entry("-", "\u2212"));

    /** Reads {@code S O}, {@code Ctrl+Enter}, {@code Shift+T}, {@code ?}; nothing from an empty text. */
    public static List<KeyStroke> sequence(String text) {
        List<KeyStroke> strokes = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            if (!part.isEmpty()) {
                strokes.add(one(part));
            }
        }
        return strokes;
    }

    private static KeyStroke one(String text) {
        boolean command = false;
        boolean shift = false;
        boolean alt = false;
        String rest = text;
        while (rest.indexOf('+') > 0 && rest.length() > rest.indexOf('+') + 1) {
            String modifier = rest.substring(0, rest.indexOf('+'));
            switch (modifier) {
                case "Ctrl" -> command = true;
                case "Shift" -> shift = true;
                case "Alt" -> alt = true;
                default -> throw new IllegalArgumentException("\"" + text + "\" names no key: there is no modifier " + modifier);
            }
            rest = rest.substring(rest.indexOf('+') + 1);
        }
        String key = rest.length() == 1 ? rest.toUpperCase(Locale.ROOT) : rest;
        if (key.length() > 1 && codeNamed(key).isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" names no key");
        }
        return new KeyStroke(key, command, shift, alt);
    }

    /** The stroke an event stands for: pressed events give letters, digits and named keys, typed events give signs. */
    public static Optional<KeyStroke> of(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            KeyCode code = event.getCode();
            if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
                return Optional.empty();
            }
            if (code.isLetterKey() || code.isDigitKey()) {
                String name = code.getName();
                String key = name.substring(name.length() - 1);
                return Optional.of(new KeyStroke(key, event.isShortcutDown(), event.isShiftDown(), event.isAltDown()));
            }
            if (sign(code)) {
                return event.isShortcutDown() ? Optional.of(new KeyStroke(code.getChar(), true, false, event.isAltDown())) : Optional.empty();
            }
            return Optional.of(new KeyStroke(name(code), event.isShortcutDown(), event.isShiftDown(), event.isAltDown()));
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED && !event.isShortcutDown() && event.getCharacter().length() == 1) {
            char typed = event.getCharacter().charAt(0);
            if (typed > ' ' && typed != 0x7f && !Character.isLetterOrDigit(typed)) {
                return Optional.of(new KeyStroke(String.valueOf(typed), false, false, event.isAltDown()));
            }
        }
        return Optional.empty();
    }

    /** As {@link #sequence} reads it. */
    public String written() {
        return (command ? "Ctrl+" : "") + (shift ? "Shift+" : "") + (alt ? "Alt+" : "") + key;
    }

    /** As a key cap shows it. */
    public String shown() {
        return (command ? "Ctrl " : "") + (alt ? "Alt " : "") + (shift ? "⇧" : "") + SHOWN.getOrDefault(key, key);
    }

    private static boolean sign(KeyCode code) {
        String character = code.getChar();
        return !code.isWhitespaceKey() && !code.isNavigationKey() && !code.isFunctionKey() && character.length() == 1
                && character.charAt(0) > ' ' && character.charAt(0) != 0x7f && !Character.isLetterOrDigit(character.charAt(0));
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case PAGE_UP -> "PageUp";
            case PAGE_DOWN -> "PageDown";
            case ESCAPE -> "Escape";
            case BACK_SPACE -> "Backspace";
            default -> code.getName();
        };
    }

    private static Optional<KeyCode> codeNamed(String name) {
        for (KeyCode code : KeyCode.values()) {
            if (name(code).equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
