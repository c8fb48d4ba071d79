package org.turnwise.ui.common;

/**
 * What a person must know of the last thing done, or of what comes next.
 *
 * @param tone {@code good}, {@code unsure}, {@code bad} or {@code info}
 */
public record Notice(String tone, String title, String text) {}
