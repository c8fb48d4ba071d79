package org.turnwise.ui.data;

/**
 * What a person must know of the last thing done.
 *
 * @param tone {@code good}, {@code unsure}, {@code bad} or {@code info}
 */
public record Notice(String tone, String title, String text) {}
