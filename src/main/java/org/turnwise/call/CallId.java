package org.turnwise.call;

/**
 * Names one call for good. Taken from the source where it has ids of its own (conversation JSONL), derived from the content otherwise.
 *
 * @param value 1 to 200 characters, no control characters
 */
public record CallId(String value) implements Comparable<CallId> {

    public static final int MAX_LENGTH = 200;

    public CallId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a call id has 1 to " + MAX_LENGTH + " characters and no control characters, but this one is: " + printable(value));
        }
    }

    private static String printable(String value) {
        String shown = value.replaceAll("\\p{Cntrl}", "?");
        return '"' + (shown.length() > 40 ? shown.substring(0, 40) + "…" : shown) + '"';
    }

    /** Of a record's own a hundred thousand take ten times as long until the machine has compiled them. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallId id && value.equals(id.value);
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
