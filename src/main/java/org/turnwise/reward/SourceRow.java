package org.turnwise.reward;

import org.jspecify.annotations.Nullable;

/**
 * Where in a table something stands, so that a reward can be followed back to it.
 *
 * @param file  its name, without folders
 * @param line  from 1, as an editor counts
 * @param crmId the deal's or record's id as the CRM knows it; null where the row names a call only
 */
public record SourceRow(String file, int line, @Nullable String crmId) {

    /** As reports and trails write it. */
    public String place() {
        return file + ":" + line;
    }
}
