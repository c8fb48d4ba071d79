package org.turnwise.ui.common;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/** A drop-down of things to tick. Stays open while one ticks; none ticked means all. */
public final class FilterMenu<T> extends MenuButton {

    private final Function<T, String> words;
    private final Consumer<Set<T>> chosen;
    private final String title;
    private Set<T> ticked = Set.of();

    public FilterMenu(String title, Function<T, String> words, Consumer<Set<T>> chosen) {
        this.title = title;
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("filter-menu");
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(190);
    }

    /** Offers these, with those ticked that the filter names now. */
    public void offer(Collection<T> options, Set<T> now) {
        ticked = now;
        String value = now.isEmpty() ? Texts.text("queue.any") : now.size() == 1 ? words.apply(now.iterator().next()) : Texts.text("queue.several", now.size());
        setText(title + ": " + value);
        getItems().setAll(options.stream().map(this::item).toList());
    }

    private CustomMenuItem item(T option) {
        CheckBox box = new CheckBox(words.apply(option));
        box.setSelected(ticked.contains(option));
        box.setOnAction(event -> tick(option, box.isSelected()));
        return new CustomMenuItem(box, false);
    }

    private void tick(T option, boolean on) {
        Set<T> changed = new LinkedHashSet<>(ticked);
        if (on) {
            changed.add(option);
        } else {
            changed.remove(option);
        }
        ticked = changed;
        chosen.accept(changed);
    }
}
