package org.turnwise.find;

/**
 * A search kept under a name.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters, no spaces at its ends
 */
public record SavedSearch(String name, Search search) {

    public static final int LONGEST_NAME = 80;

    public SavedSearch {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new NotUnderstood("A search is kept under a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (search.isEmpty()) {
            throw new NotUnderstood("There is nothing to keep yet: type words or choose a filter first.");
        }
    }
}
