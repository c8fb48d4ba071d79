package org.turnwise.annotation;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * Which edits of the journal to look at.
 *
 * @param call      those that touch it; null for any
 * @param annotator those this person made; null for anybody
 */
public record HistoryFilter(@Nullable CallId call, @Nullable String annotator) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null);
}
