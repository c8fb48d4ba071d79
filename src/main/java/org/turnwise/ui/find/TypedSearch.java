package org.turnwise.ui.find;

import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.turnwise.find.NotUnderstood;
import org.turnwise.find.Search;
import org.turnwise.find.SearchFilter;

/** What is looked for, as a person types and chooses it, and what is wrong with it. JavaFX thread; needs no toolkit. */
public final class TypedSearch {

    private final Runnable changed;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<SearchFilter> filter = new SimpleObjectProperty<>(SearchFilter.NONE);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    /** While another search takes the place of this one, neither its words nor its filter alone are what anybody looks for. */
    private boolean replacing;

    /** @param changed run whenever something else is looked for */
    TypedSearch(Runnable changed) {
        this.changed = changed;
        words.subscribe((before, now) -> changed());
        filter.subscribe((before, now) -> changed());
    }

    private void changed() {
        if (!replacing) {
            changed.run();
        }
    }

    Search search() {
        return new Search(words.get(), filter.get());
    }

    public StringProperty wordsProperty() {
        return words;
    }

    public ReadOnlyObjectProperty<SearchFilter> filterProperty() {
        return filter;
    }

    /** A filter that can't be, such as one that ends before it begins, is told and changes nothing. */
    public void change(UnaryOperator<SearchFilter> change) {
        try {
            filter.set(change.apply(filter.get()));
        } catch (NotUnderstood e) {
            tell(String.valueOf(e.getMessage()));
        }
    }

    public void clearFilter() {
        filter.set(SearchFilter.NONE);
    }

    /** Takes words and filter of another search at once. */
    void replace(Search other) {
        replacing = true;
        words.set(other.words());
        filter.set(other.filter());
        replacing = false;
        changed.run();
    }

    /** What is wrong with it; empty if nothing is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    void tell(String wrong) {
        message.set(wrong);
    }
}
