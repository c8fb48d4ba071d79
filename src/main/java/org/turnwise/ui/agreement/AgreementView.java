package org.turnwise.ui.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.agreement.Agreement;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.Estimate;
import org.turnwise.annotation.agreement.LabelAgreement;
import org.turnwise.annotation.merge.Conflict;
import org.turnwise.ui.agreement.AgreementViewModel.Between;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Notices;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;

/** Binds figures, disagreements and the two sides of the one in hand. */
public final class AgreementView implements ScreenView {

    private final AgreementViewModel model;
    private final Commands commands;
    private final Wording said = new Wording("turn-words");

    @FXML private ListView<LabelAgreement> labels;
    @FXML private ListView<Disagreement> disagreements;
    @FXML private Button between;
    @FXML private Button share;
    @FXML private Label count;
    @FXML private HBox notice;
    @FXML private VBox sides;
    @FXML private Label place;
    @FXML private VBox saidHolder;
    @FXML private Label leftReader;
    @FXML private Label rightReader;
    @FXML private FlowPane leftLabels;
    @FXML private FlowPane rightLabels;
    @FXML private Label decided;
    @FXML private Button left;
    @FXML private Button right;
    @FXML private Button both;
    @FXML private Button neither;
    @FXML private MenuButton other;
    @FXML private VBox conflicts;
    @FXML private StackPane empty;

    public AgreementView(AgreementViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        saidHolder.getChildren().setAll(said);
        labels.setItems(model.labels());
        labels.setCellFactory(list -> cell(this::figures));
        disagreements.setItems(model.disagreements());
        disagreements.setCellFactory(list -> cell(this::line));
        disagreements.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.selectedProperty().set(chosen);
            }
        });
        model.selectedProperty().subscribe(this::show);
        model.noticeProperty().subscribe(this::showNotice);
        model.agreementProperty().subscribe(this::showEmpty);
        model.conflicts().addListener((ListChangeListener<Conflict>) change -> showConflicts());
        model.disagreements().addListener((ListChangeListener<Disagreement>) change ->
                count.setText(Texts.text("agreement.count", (int) model.open(), model.disagreements().size())));
        showConflicts();
        initSelf();
        Buttons.bind(left, commands.get("agreement.left"));
        Buttons.bind(right, commands.get("agreement.right"));
        Buttons.bind(both, commands.get("agreement.both"));
        Buttons.bind(neither, commands.get("agreement.neither"));
        other.setGraphic(Parts.keyCap("O"));
        other.setContentDisplay(ContentDisplay.RIGHT);
        model.refresh();
    }

    private void initSelf() {
        Buttons.bind(between, commands.get("agreement.self"));
        between.textProperty().bind(model.betweenProperty().map(
                whose -> Texts.text(whose == Between.PEOPLE ? "agreement.between.people" : "agreement.between.self")));
        between.getStyleClass().add("tool");
        Buttons.bind(share, commands.get("agreement.share"));
        share.textProperty().bind(model.oneInProperty().map(
                in -> in.intValue() == 0 ? Texts.text("agreement.share.none") : Texts.text("agreement.share.one", in.intValue())));
        share.getStyleClass().add("tool");
        Label none = Parts.styled(Texts.text("agreement.self.why"), "muted");
        none.setWrapText(true);
        none.getStyleClass().add("placeholder-words");
        labels.setPlaceholder(none);
        disagreements.setPlaceholder(Parts.styled(Texts.text("agreement.disagreements.none"), "muted"));
    }

    private static <T> ListCell<T> cell(Function<T, Node> content) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean isEmpty) {
                super.updateItem(item, isEmpty);
                setPrefWidth(0);
                setText(null);
                setGraphic(item == null || isEmpty ? null : content.apply(item));
            }
        };
    }

    private Node figures(LabelAgreement label) {
        HBox name = spread(Parts.chip(label.label()), Parts.styled(Texts.text("agreement.prevalence", percent(label.prevalence()), label.units()),
                "secondary"));
        HBox kappa = spread(Parts.styled(Texts.text("agreement.kappa"), "secondary"), figure(label.kappa()));
        HBox alpha = spread(Parts.styled(Texts.text("agreement.alpha"), "secondary"), figure(label.alpha()));
        return row(name, kappa, alpha);
    }

    private static HBox spread(Node first, Node last) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return new HBox(6, first, between, last);
    }

    private static Label figure(Optional<Estimate> estimate) {
        return Parts.styled(
                estimate.map(e -> {
                            Estimate.Interval interval = e.interval();
                            return two(e.value()) + (interval == null ? "" : "  [" + two(interval.low()) + ", " + two(interval.high()) + "]");
                        })
                        .orElse(Texts.text("agreement.nofigure")),
                "mono");
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure).replace('-', '−');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private Node line(Disagreement of) {
        Label title = Parts.styled(of.call().title(), "medium");
        title.setMinWidth(0);
        Label state = of.decided() == null ? Parts.pill(Texts.text("agreement.open"), "unsure") : Parts.pill(Texts.text("agreement.decided"), "good");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Label differ = Parts.styled(where(of) + " · " + names(of.left().labels()) + " / " + names(of.right().labels()), "secondary");
        return row(spread(title, state), differ);
    }

    private static Node row(Node... lines) {
        VBox row = new VBox(3, lines);
        row.getStyleClass().add("version-cell");
        return row;
    }

    private static String where(Disagreement of) {
        return of.turn() == null ? Texts.text("agreement.call") : Texts.text("agreement.turn", of.turn().ordinal());
    }

    private String names(List<Annotation> annotations) {
        return annotations.isEmpty() ? Texts.text("agreement.nothing") : String.join(", ", annotations.stream().map(model::name).distinct().toList());
    }

    private void show(@Nullable Disagreement now) {
        sides.setVisible(now != null);
        sides.setManaged(now != null);
        if (now == null) {
            return;
        }
        disagreements.getSelectionModel().select(now);
        place.setText(now.call().title() + " · " + where(now));
        said.show(now.turn() == null ? Texts.text("agreement.wholecall") : now.call().speakerOf(now.turn()).name() + ": " + now.turn().text());
        show(now.left(), leftReader, leftLabels);
        show(now.right(), rightReader, rightLabels);
        List<Annotation> decision = now.decided();
        other.getItems().setAll(contextual().stream().map(AgreementView::item).toList());
        other.setDisable(other.getItems().isEmpty());
        decided.setText(decision == null ? Texts.text("agreement.undecided") : Texts.text("agreement.decision", names(decision)));
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.text());
        if (!command.keys().isEmpty()) {
            item.setGraphic(Parts.keyCap(command.keys()));
        }
        item.setOnAction(event -> command.run());
        return item;
    }

    private void show(Disagreement.Side side, Label reader, FlowPane chips) {
        reader.setText(side.reader());
        chips.getChildren().setAll(side.labels().stream()
                .map(annotation -> (Node) model.label(annotation).map(Parts::chip).orElseGet(() -> Parts.styled(annotation.label(), "chip")))
                .toList());
        if (side.labels().isEmpty()) {
            chips.getChildren().add(Parts.styled(Texts.text("agreement.nothing"), "muted"));
        }
    }

    private void showConflicts() {
        conflicts.getChildren().clear();
        for (Conflict conflict : model.conflicts()) {
            String sidesOf = String.join(" / ", conflict.sides().stream().map(Conflict.Side::what).toList());
            Label words = Parts.styled(Texts.text("agreement.conflict", conflict.subject().target().call(), sidesOf, names(conflict.standing())));
            words.setWrapText(true);
            HBox box = new HBox(Parts.icon(Feather.GIT_MERGE), words);
            box.getStyleClass().addAll("notice", "unsure");
            conflicts.getChildren().add(box);
        }
    }

    private void showNotice(@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        if (now != null) {
            Notices.show(notice, now, now.tone().equals("good") ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        }
    }

    private void showEmpty(@Nullable Agreement now) {
        boolean none = now != null && model.nothingYet();
        empty.setVisible(none);
        if (none && empty.getChildren().isEmpty()) {
            empty.getChildren().setAll(new EmptyState(
                    Feather.USERS, Texts.text("agreement.none"), Texts.text("agreement.none.why"), commands.get("agreement.merge"),
                            commands.get("agreement.bundle")));
        }
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("agreement.undo")), Buttons.of(commands.get("agreement.bundle")), Buttons.of(commands.get("agreement.merge")));
    }

    @Override
    public List<Command> contextual() {
        return AgreementCommands.ofOthers(model);
    }

    @Override
    public List<Command> everyContextual() {
        return AgreementCommands.ofAllOthers(model);
    }

    @Override
    public void focus() {
        model.refresh();
        disagreements.requestFocus();
    }
}
