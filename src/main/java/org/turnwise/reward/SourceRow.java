package org.turnwise.reward;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a table something stands, so that a reward can be followed back to it.
 *
 * @param file  its name, without folders
 * @param line  from 1, as an editor counts
 * @param crmId the deal's or record's id as the CRM knows it; null where the row names a call only
 * @param cells what the row said, by header and as it was written, blank cells left out; empty where it isn't known, or wasn't asked for
 */
public record SourceRow(String file, int line, @Nullable String crmId, Map<String, String> cells) {

    public SourceRow {
        cells = cells == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(cells)); // rows stored by earlier versions have none
    }

    /** Without what it said. */
    public SourceRow(String file, int line, @Nullable String crmId) {
        this(file, line, crmId, Map.of());
    }

    /** As reports and trails write it. */
    public String place() {
        return file + ":" + line;
    }
}
