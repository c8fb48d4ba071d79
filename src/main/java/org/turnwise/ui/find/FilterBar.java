package org.turnwise.ui.find;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Label;
import org.turnwise.call.Side;
import org.turnwise.find.SearchFilter;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.FilterMenu;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** The filters: a menu or a field each, and a key each that goes to it. */
final class FilterBar {

    /** A menu with what it offers and what of that is chosen. */
    private record Menu<T>(FilterMenu<T> node, Function<FindViewModel, Collection<T>> options, Function<SearchFilter, Set<T>> chosen) {
        void show(FindViewModel model) {
            if (!node.isShowing()) {
                Set<T> now = chosen.apply(model.typed().filterProperty().get());
                node.offer(options.apply(model), now);
                node.getStyleClass().remove("chosen");
                if (!now.isEmpty()) {
                    node.getStyleClass().add("chosen");
                }
            }
        }
    }

    private final FindViewModel model;
    private final List<Menu<?>> menus = new ArrayList<>();
    private final Map<String, Runnable> ways = new HashMap<>();
    private final ToggleButton flagged = new ToggleButton(Texts.text("find.flagged"));
    private final TextField from = field("find.day", 104);
    private final TextField to = field("find.day", 104);
    private final TextField least = field("find.percent", 44);
    private final TextField most = field("find.percent", 44);
    private final TextField source = field("find.source.prompt", 120);

    FilterBar(FindViewModel model, FlowPane into) {
        this.model = model;
        into.getChildren().addAll(
                menu("label", this::labelName, shown -> shown.scheme().labels().stream().map(Label::id).toList(), SearchFilter::labels, Change::labels),
                menu("side", Words::of, shown -> EnumSet.allOf(Side.class), SearchFilter::sides, Change::sides),
                menu("rep", rep -> rep, shown -> shown.queue().reps(), SearchFilter::reps, Change::reps),
                menu("outcome", OutcomeKind::title, shown -> EnumSet.allOf(OutcomeKind.class), SearchFilter::outcomes, Change::outcomes),
                menu("reason", Words::of, shown -> EnumSet.allOf(QueueReason.class), SearchFilter::reasons, Change::reasons),
                menu("status", Words::of, shown -> EnumSet.allOf(WorkStatus.class), SearchFilter::statuses, Change::statuses),
                menu("annotator", name -> name, FindViewModel::annotators, SearchFilter::annotators, Change::annotators),
                flagged,
                pair("find.from", from, "find.to", to),
                pair("find.least", least, "find.most", most),
                titled("find.source", source));
        flagged.getStyleClass().add("filter-chip");
        flagged.setGraphic(Parts.icon(Feather.FLAG));
        flagged.setOnAction(event -> model.typed().change(filter -> Change.flagged(filter, flagged.isSelected())));
        ways.put("flagged", flagged::fire);
        ways.put("date", from::requestFocus);
        ways.put("forecast", least::requestFocus);
        ways.put("source", source::requestFocus);
        commit(from, () -> days(from, to));
        commit(to, () -> days(from, to));
        commit(least, () -> chances(least, most));
        commit(most, () -> chances(least, most));
        commit(source, () -> model.typed().change(filter -> Change.sources(filter, source.getText().isBlank() ? Set.of() : Set.of(source.getText().strip()))));
        InvalidationListener changed = any -> show();
        model.typed().filterProperty().addListener(changed);
        model.annotators().addListener(changed);
        model.queue().shown().addListener(changed);
        show();
    }

    private String labelName(String id) {
        return model.scheme().label(id).map(Label::name).orElse(id);
    }

    private <T> Node menu(
            String name, Function<T, String> words, Function<FindViewModel, Collection<T>> options, Function<SearchFilter, Set<T>> chosen,
            BiFunction<SearchFilter, Set<T>, SearchFilter> change) {
        FilterMenu<T> node = new FilterMenu<>(Texts.text("find." + name), words, picked -> model.typed().change(filter -> change.apply(filter, picked)));
        Menu<T> menu = new Menu<>(node, options, chosen);
        menus.add(menu);
        ways.put(name, () -> {
            node.requestFocus();
            node.show();
        });
        node.setOnHidden(event -> menu.show(model));
        return node;
    }

    private static TextField field(String prompt, double width) {
        TextField field = new TextField();
        field.setPromptText(Texts.text(prompt));
        field.setPrefWidth(width);
        return field;
    }

    private static Node titled(String title, TextField field) {
        javafx.scene.control.Label label = Parts.styled(Texts.text(title), "secondary");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        HBox box = new HBox(5, label, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Node pair(String first, TextField low, String second, TextField high) {
        HBox box = new HBox(5, titled(first, low), titled(second, high));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static void commit(TextField field, Runnable change) {
        field.setOnAction(event -> change.run());
        field.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                change.run();
            }
        });
    }

    private void days(TextField first, TextField last) {
        try {
            LocalDate begins = day(first);
            LocalDate ends = day(last);
            model.typed().change(filter -> Change.days(filter, begins, ends));
        } catch (DateTimeParseException e) {
            model.typed().tell(Texts.text("find.day.wrong", e.getParsedString()));
        }
    }

    private static @Nullable LocalDate day(TextField field) {
        return field.getText().isBlank() ? null : LocalDate.parse(field.getText().strip());
    }

    private void chances(TextField low, TextField high) {
        try {
            Double from = chance(low);
            Double to = chance(high);
            model.typed().change(filter -> Change.chances(filter, from, to));
        } catch (NumberFormatException e) {
            model.typed().tell(Texts.text("find.percent.wrong", String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable Double chance(TextField field) {
        String typed = field.getText().replace("%", "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Double.parseDouble(typed) / 100;
        } catch (NumberFormatException e) {
            throw new NumberFormatException(typed);
        }
    }

    private void show() {
        menus.forEach(menu -> menu.show(model));
        SearchFilter now = model.typed().filterProperty().get();
        flagged.setSelected(now.flaggedOnly());
        put(from, now.from());
        put(to, now.to());
        put(least, now.least() == null ? null : Math.round(100 * now.least()));
        put(most, now.most() == null ? null : Math.round(100 * now.most()));
        put(source, now.sources().isEmpty() ? null : String.join(" ", now.sources()));
    }

    private static void put(TextField field, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!field.isFocused() && !field.getText().equals(text)) {
            field.setText(text);
        }
    }

    /** A key a filter, for use while the list has the focus. */
    List<Command> commands() {
        return List.of(
                command("label", "L"), command("side", "S"), command("rep", "P"), command("outcome", "O"), command("reason", "W"), command("status", "T"),
                command("annotator", "B"), command("flagged", "F"), command("date", "D"), command("forecast", "C"), command("source", "U"));
    }

    private Command command(String name, String keys) {
        return Command.of("find.menu." + name, Texts.text("screen.find"), Texts.text("find.menu." + name), keys, "find", () -> {
            Runnable way = ways.get(name);
            if (way != null) {
                way.run();
            }
        });
    }
}
