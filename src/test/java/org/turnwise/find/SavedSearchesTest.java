package org.turnwise.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Side;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.store.Workspace;

class SavedSearchesTest {

    @TempDir Path folder;

    private static final SearchFilter FULL = new SearchFilter(
            Set.of("O_PRICE"), Set.of("Ann"), Set.of(Side.CUSTOMER), Set.of("Priya Raman"), Set.of(OutcomeKind.LOST), LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 31),
            .2, .8, Set.of(QueueReason.BORDERLINE), Set.of(WorkStatus.TODO), true, Set.of("vtt"));

    @Test
    void everyPartOfASearchIsThereAfterARestart() {
        SavedSearch kept = new SavedSearch("Price, lost", new Search("\"too much\" -later", FULL));
        try (Workspace workspace = Workspace.open(folder)) {
            new SavedSearches(workspace.settings()).keep(kept);
        }
        try (Workspace workspace = Workspace.open(folder)) {
            SavedSearches searches = new SavedSearches(workspace.settings());
            assertEquals(List.of(kept), searches.all());
            assertEquals(kept, searches.named("price, LOST").orElseThrow());
            searches.keep(new SavedSearch("price, lost", new Search("cheap", SearchFilter.NONE)));
            searches.keep(new SavedSearch("another", new Search("b", SearchFilter.NONE)));
            assertEquals(List.of("another", "price, lost"), searches.all().stream().map(SavedSearch::name).toList());
            searches.forget("ANOTHER");
            assertEquals(List.of("price, lost"), searches.all().stream().map(SavedSearch::name).toList());
        }
    }

    @Test
    void nothingAndNobodyCantBeKept() {
        assertThrows(NotUnderstood.class, () -> new SavedSearch(" ", new Search("word", SearchFilter.NONE)));
        assertThrows(NotUnderstood.class, () -> new SavedSearch("name", Search.NOTHING));
    }
}
