package org.turnwise.annotation.scheme;

import java.util.List;

/** All versions of a workspace's label scheme; append-only. Any thread. */
public interface SchemeVersions {

    /** Oldest first; none as long as nothing was ever changed. */
    List<SchemeVersion> all();

    /** Within the write under way, if there is one. */
    void append(SchemeVersion version);
}
