package org.turnwise.find;

/**
 * What somebody looks for.
 *
 * @param words as typed; blank for every turn that passes the filter
 */
public record Search(String words, SearchFilter filter) {

    public static final Search NOTHING = new Search("", SearchFilter.NONE);

    public Search {
        words = words.strip();
    }

    /** Whether it asks for nothing in particular, and so would find every turn there is. */
    public boolean isEmpty() {
        return words.isEmpty() && filter.isEmpty();
    }
}
