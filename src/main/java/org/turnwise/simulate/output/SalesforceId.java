package org.turnwise.simulate.output;

/** Ids as Salesforce writes them: 15 characters whose case counts, and three more that keep them apart where case gets lost. */
final class SalesforceId {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int CHUNK = 5;

    private SalesforceId() {}

    /** @param kind three characters, for example 006 for opportunities */
    static String of(String kind, int number) {
        StringBuilder id = new StringBuilder();
        for (long rest = number + 14_776_336L; id.length() < CHUNK; rest /= DIGITS.length()) {
            id.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return complete(kind + "Tw00000" + id);
    }

    /** The id of 18 characters: each of the last three says which of five characters are capitals. */
    static String complete(String id) {
        StringBuilder complete = new StringBuilder(id);
        for (int chunk = 0; chunk < id.length(); chunk += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = id.charAt(chunk + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            complete.append(SUFFIX.charAt(bits));
        }
        return complete.toString();
    }
}
