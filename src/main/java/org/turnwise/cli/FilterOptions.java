package org.turnwise.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.find.SavedSearch;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.task.Progress;
import picocli.CommandLine.Option;

/** Which calls a command takes, the same words for every command. An option given several times lets each of its values through. */
final class FilterOptions {

    @Option(names = "--reason", paramLabel = "REASON", split = ",", description = "Only calls queued for: ${COMPLETION-CANDIDATES}.")
    private List<QueueReason> reasons = new ArrayList<>();

    @Option(names = "--rep", paramLabel = "NAME", description = "Only calls of this rep.")
    private List<String> reps = new ArrayList<>();

    @Option(names = "--status", paramLabel = "STATUS", split = ",", description = "Only calls in: ${COMPLETION-CANDIDATES}.")
    private List<WorkStatus> statuses = new ArrayList<>();

    @Option(names = "--flagged", description = "Only calls that somebody flagged.")
    private boolean flagged;

    @Option(names = "--saved", paramLabel = "NAME",
            description = "Only calls in which the search kept under this name finds anything; see: turnwise find --list.")
    private @Nullable String saved;

    boolean any() {
        return saved != null || !reasons.isEmpty() || !reps.isEmpty() || !statuses.isEmpty() || flagged;
    }

    /**
     * @param unasked the statuses let through where none is named; empty for all
     * @param rows    of the whole queue
     */
    QueueFilter filter(Set<WorkStatus> unasked, Services services, List<QueueItem> rows, Progress progress) {
        Set<WorkStatus> shown = statuses.isEmpty() ? unasked : EnumSet.copyOf(statuses);
        return new QueueFilter(Set.copyOf(reasons), new HashSet<>(reps), shown, flagged, "").among(among(services, rows, progress));
    }

    private QueueFilter.@Nullable Among among(Services services, List<QueueItem> rows, Progress progress) {
        if (saved == null) {
            return null;
        }
        SavedSearch kept = FindCommand.kept(services.searches(), saved);
        services.find().catchUp(progress.quiet());
        return new QueueFilter.Among(kept.name(), services.find().calls(kept.search(), () -> rows, progress.quiet()));
    }

    /** What was asked for, for a manifest. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (!reasons.isEmpty()) {
            asked.put("reason", String.join(",", reasons.stream().map(Enum::name).sorted().toList()));
        }
        if (!reps.isEmpty()) {
            asked.put("rep", String.join(",", reps.stream().sorted().toList()));
        }
        if (!statuses.isEmpty()) {
            asked.put("status", String.join(",", statuses.stream().map(Enum::name).sorted().toList()));
        }
        if (flagged) {
            asked.put("flagged", "true");
        }
        if (saved != null) {
            asked.put("saved", saved);
        }
        return asked;
    }
}
