package org.turnwise.settings;

import java.util.Optional;

/** Names and values that a workspace remembers. Any thread; durable when a method returns. */
public interface Settings {

    String THEME = "theme";
    String TEXT_SIZE = "text.size";
    String KEYS = "keys";
    String ANNOTATOR = "annotator";
    String ANNOTATORS = "annotators";
    String LAST_SCREEN = "screen.last";
    String LAST_CALL = "call.last";
    String WINDOW = "window.layout";

    Optional<String> get(String name);

    void put(String name, String value);

    /** Forgets the value, if there is one. */
    void remove(String name);
}
