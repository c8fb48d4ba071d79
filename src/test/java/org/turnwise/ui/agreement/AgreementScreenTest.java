package org.turnwise.ui.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Comebacks;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.annotation.agreement.Adjudication;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.exchange.Exchange;
import org.turnwise.reward.Outcomes;
import org.turnwise.store.Workspace;
import org.turnwise.task.InlineTasks;
import org.turnwise.task.Progress;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.shell.Theme;

/** Two laptops, a bundle, and decisions by key; pictures of the screen in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class AgreementScreenTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();

    @TempDir
    Path folder;

    private List<Path> chosen = List.of();

    @BeforeAll
    static void start() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            up.await();
        } catch (IllegalStateException running) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        Theme.loadFonts();
    }

    @Test
    void aSecondReadingComesInByBundleAndIsDecidedByKey() throws Exception {
        Path bundle = folder.resolve("ben.bundle");
        try (Workspace bens = Workspace.open(folder.resolve("ben"))) {
            read(bens, "Ben", 3);
            exchange(bens).write(bundle, true, "Ben", Progress.silent());
        }
        try (Workspace anns = Workspace.open(folder.resolve("ann"))) {
            AgreementViewModel model = model(anns);
            Commands commands = new Commands();
            AgreementCommands.of(model).forEach(commands::add);
            fx(() -> {
                picture(model, commands, "empty", Theme.LIGHT);
                assertTrue(!commands.get("agreement.left").run(), "nothing is chosen");
                read(anns, "Ann", 2);
                chosen = List.of(bundle);
                commands.get("agreement.merge").run();
                assertEquals("good", notice(model).tone());
                assertEquals(8, Objects.requireNonNull(model.agreementProperty().get()).calls());
                assertTrue(model.open() > 3, "the readers differ");
                picture(model, commands, "full", Theme.LIGHT);
                long open = model.open();
                commands.get("agreement.left").run();
                commands.get("agreement.neither").run();
                assertEquals(open - 2, model.open());
                commands.get("agreement.undo").run();
                assertEquals(open - 1, model.open());
                picture(model, commands, "full-dark", Theme.DARK);
                List<Command> others = AgreementCommands.ofOthers(model);
                assertTrue(!others.isEmpty(), "any label of the kind that goes there");
                long left = model.open();
                Disagreement on = Objects.requireNonNull(model.selectedProperty().get());
                Command fit = others.getLast();
                assertEquals("O", fit.strokes().getFirst().key());
                fit.run();
                assertEquals(left - 1, model.open());
                Disagreement after = model.disagreements().stream().filter(d -> d.call().equals(on.call()) && d.place().equals(on.place()))
                        .findFirst().orElseThrow();
                assertEquals("agreement.other." + Objects.requireNonNull(after.decided()).getFirst().label(), fit.id());
                chosen = List.of(Files.writeString(folder.resolve("letter.txt"), "no bundle"));
                commands.get("agreement.merge").run();
                assertEquals("bad", notice(model).tone());
                assertTrue(notice(model).text().contains("is not a bundle"), notice(model).text());
                assertEquals(false, model.bundling().busyProperty().get());
                commands.get("agreement.bundle").run();
                assertTrue(Files.size(folder.resolve("out.bundle")) > 1000);
                return null;
            });
        }
    }

    @Test
    void whoseFiguresAndHowManyComeBackAreChosenByKey() {
        try (Workspace workspace = Workspace.open(folder.resolve("alone"))) {
            AgreementViewModel model = model(workspace);
            model.refresh();
            assertTrue(model.nothingYet());
            assertEquals(20, model.oneInProperty().get());
            model.nextShare();
            model.nextShare();
            assertEquals(5, model.oneInProperty().get());
            assertEquals(.2, new Comebacks(workspace.journal(), workspace.settings(), Clock.systemUTC()).share());
            model.nextShare();
            assertEquals(0, model(workspace).oneInProperty().get());

            Labeling labeling = new Labeling(workspace.journal(), SCHEME, "Ann", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), edit -> {});
            Call call = call(0);
            workspace.calls().add(call, () -> {});
            labeling.toggle(call, new Target.OfTurn(call.id(), 1), SCHEME.label("O_PRICE").orElseThrow());
            labeling.status(call.id(), Statuses.SUBMITTED, true);
            Comebacks comebacks = new Comebacks(workspace.journal(), workspace.settings(), Clock.systemUTC());
            comebacks.choose(1);
            comebacks.draw("Ann", any -> true);
            labeling.toggle(call, new Target.OfTurn(call.id(), 1), SCHEME.label("O_PRICE").orElseThrow());
            labeling.status(call.id(), Statuses.SUBMITTED, true);
            model.refresh();
            assertFalse(model.nothingYet());
            assertEquals(List.of(), model.labels());
            model.switchBetween();
            assertEquals(List.of("O_PRICE"), model.labels().stream().map(label -> label.label().id()).toList());
            assertEquals(List.of(), model.disagreements());
        }
    }

    private static Notice notice(AgreementViewModel model) {
        Notice notice = model.noticeProperty().get();
        assertNotNull(notice);
        return notice;
    }

    private AgreementViewModel model(Workspace workspace) {
        return new AgreementViewModel(
                new AgreementViewModel.Services(
                        new Readings(workspace.journal(), workspace.calls(), java.util.Set::of), exchange(workspace),
                        new Adjudication(workspace.journal(), SCHEME, "Ann", Clock.systemUTC(), edit -> {}), SCHEME,
                        new Comebacks(workspace.journal(), workspace.settings(), Clock.systemUTC()), new InlineTasks(), new InlineTasks(), "Ann"),
                new BundleFiles(() -> chosen, () -> Optional.of(folder.resolve("out.bundle"))),
                () -> {});
    }

    private static Exchange exchange(Workspace workspace) {
        Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
        return new Exchange(workspace.calls(), workspace.journal(), workspace.sharedJournal(), SCHEME, outcomes, "turnwise test", Clock.systemUTC());
    }

    /** Eight calls; whoever has another period puts other labels on some of them. */
    private static void read(Workspace workspace, String reader, int period) {
        Labeling labeling = new Labeling(workspace.journal(), SCHEME, reader, Clock.systemUTC(), edit -> {});
        for (int i = 0; i < 8; i++) {
            Call call = call(i);
            workspace.calls().add(call, () -> {});
            put(labeling, call, 1, i % period == 0 ? "O_PRICE" : "O_TIMING");
            put(labeling, call, 1, i % 2 == 0 ? "STAGE_OBJECTION" : "STAGE_PRICING");
            put(labeling, call, 3, i % period == 1 ? "DELTA_+1" : "DELTA_-1");
            labeling.status(call.id(), Statuses.SUBMITTED, true);
        }
    }

    private static void put(Labeling labeling, Call call, int turn, String label) {
        labeling.toggle(call, new Target.OfTurn(call.id(), turn), SCHEME.label(label).orElseThrow());
    }

    private static Call call(int number) {
        return new Call(
                new CallId("call-" + number), "Brightwater Dental 0" + number + ", proposal review", new Source("vtt", "a.vtt", null), TimingClass.NONE,
                null, "Brightwater",
                List.of(new Participant("p", "Priya Raman", Side.REP), new Participant("t", "Tom Okafor", Side.CUSTOMER)),
                List.of(
                        new Turn(0, "p", "Shall we go through the proposal, number " + number + "?", null, null),
                        new Turn(1, "t", "It is rather more than we had planned to spend this year, and the board meets in January only.", null, null),
                        new Turn(2, "p", "What did you plan with?", null, null),
                        new Turn(3, "t", "About half of it, for all the sites together.", null, null)));
    }

    private static void picture(AgreementViewModel model, Commands commands, String state, Theme theme) throws IOException {
        FXMLLoader loader = new FXMLLoader(AgreementScreenTest.class.getResource("/fxml/agreement.fxml"), Texts.bundle());
        loader.setControllerFactory(type -> new AgreementView(model, commands));
        Parent root = loader.load();
        root.getStyleClass().add("shell");
        Scene scene = new Scene(root, 1216, 730);
        theme.apply(scene);
        ((ScreenView) loader.getController()).focus();
        root.applyCss();
        root.layout();
        root.layout();
        WritableImage image = scene.snapshot(null);
        BufferedImage copy = new BufferedImage(1216, 730, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 730; y++) {
            for (int x = 0; x < 1216; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(Path.of("target/pictures"));
        ImageIO.write(copy, "png", Path.of("target/pictures/agreement-" + state + ".png").toFile());
    }

    private static void fx(Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        Platform.runLater(task);
        task.get();
    }
}
