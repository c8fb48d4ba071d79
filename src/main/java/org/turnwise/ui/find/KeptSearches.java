package org.turnwise.ui.find;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.turnwise.find.SavedSearch;
import org.turnwise.find.SavedSearches;
import org.turnwise.find.Search;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** Searches that were given a name, to be used again. JavaFX thread; needs no toolkit. */
public final class KeptSearches {

    private final SavedSearches searches;
    private final Tasks tasks;
    private final Consumer<Throwable> failed;
    private final ObservableList<SavedSearch> all = FXCollections.observableArrayList();

    KeptSearches(SavedSearches searches, Tasks tasks, Consumer<Throwable> failed) {
        this.searches = searches;
        this.tasks = tasks;
        this.failed = failed;
    }

    public ObservableList<SavedSearch> all() {
        return all;
    }

    Optional<String> nameOf(Search search) {
        return all.stream().filter(kept -> kept.search().equals(search)).map(SavedSearch::name).findFirst();
    }

    void refresh() {
        after(() -> {});
    }

    void keep(SavedSearch kept) {
        after(() -> searches.keep(kept));
    }

    public void forget(SavedSearch kept) {
        after(() -> searches.forget(kept.name()));
    }

    private void after(Runnable write) {
        tasks.quietly(
                Texts.text("find.saving"),
                progress -> {
                    write.run();
                    return searches.all();
                },
                all::setAll,
                failed);
    }
}
