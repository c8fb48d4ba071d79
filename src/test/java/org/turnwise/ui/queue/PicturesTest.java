package org.turnwise.ui.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.collections.FXCollections;
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
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.data.DataView;
import org.turnwise.ui.data.DataViewModel;
import org.turnwise.ui.model.ModelView;
import org.turnwise.ui.rewards.RewardsView;
import org.turnwise.ui.shell.Theme;

/** Loads the four screens over a real workspace, empty and full, light and dark, and leaves pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class PicturesTest {

    @TempDir Path folder;

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
    void everyScreenLoadsEmptyAndFull() throws Exception {
        try (Desk desk = new Desk(folder)) {
            fx(() -> {
                desk.queue.rebuild(() -> {});
                all(desk, "empty", Theme.LIGHT, 1216, 730);
                desk.modelScreen.train();
                picture(desk, "model", "too-few", Theme.LIGHT, 1216, 730);
                desk.dataScreen.imports().run(java.util.List.of(desk.outcomes(48), desk.transcripts()));
                desk.modelScreen.train();
                desk.modelScreen.promote();
                picture(desk, "data", "open", Theme.LIGHT, 1216, 730);
                desk.modelScreen.train();
                desk.target = java.util.Optional.of(folder.resolve("out.jsonl"));
                desk.dataScreen.export().run();
                Path table = Files.writeString(folder.resolve("crm.csv"),
                        "call_id,outcome\n\"Brightwater Dental 01, proposal review\",WON\nnobody,LOST\n\"Brightwater Dental 02, proposal review\",OPEN\n");
                desk.table = java.util.Optional.of(table);
                desk.rewardsScreen.importOutcomes();
                desk.dataScreen.sides().acceptProposals();
                desk.dataScreen.sides().settle(org.turnwise.call.Side.REP);
                all(desk, "full", Theme.LIGHT, 1216, 730);
                all(desk, "full-dark", Theme.DARK, 1536, 930);
                desk.table = java.util.Optional.of(Files.writeString(folder.resolve("deals.csv"), """
                        Opportunity ID,Opportunity Name,Stage,Closed,Won,Close Date,Created Date,Account Name,Opportunity Owner,Amount
                        006Hs00001AbCdE,Eleven sites,Closed Won,1,1,2026-06-10,2026-05-01,Brightwater Dental Ltd,Priya Raman,38400
                        006Hs00001aBcDe,Twelfth site,Proposal,0,0,2026-12-10,2026-05-01,Brightwater Dental Ltd,Priya Raman,21000
                        """));
                desk.rewardsScreen.importOutcomes();
                desk.rewardsScreen.dismiss();
                desk.commands.get("rewards.decide").run();
                desk.commands.get("rewards.match").run();
                desk.rewardsScreen.policy().edit(org.turnwise.reward.OutcomeKind.LOST, "-0.8");
                picture(desk, "rewards", "decide", Theme.LIGHT, 1216, 730);
                picture(desk, "rewards", "decide-dark", Theme.DARK, 1536, 930);
                desk.rewardsScreen.filterProperty().set(org.turnwise.ui.rewards.RewardsViewModel.Filter.WITH);
                desk.rewardsScreen.select(desk.rewardsScreen.shown().stream().filter(row -> row.known().signals().size() > 1).findFirst().orElseThrow());
                picture(desk, "rewards", "trail", Theme.LIGHT, 1216, 730);
                picture(desk, "model", "whole", Theme.LIGHT, 1216, 1400);
                desk.modelScreen.select(desk.modelScreen.activeProperty().get());
                picture(desk, "model", "active", Theme.LIGHT, 1216, 730);
                desk.workspace.scorerVersions().add(java.util.Objects.requireNonNull(desk.modelScreen.activeProperty().get()), new byte[1],
                        "damaged", number -> {});
                desk.scorer.reload();
                desk.modelScreen.select(desk.modelScreen.versions().getFirst());
                picture(desk, "model", "unreadable", Theme.LIGHT, 1216, 730);
                return null;
            });
            assertTrue(Files.size(Path.of("target/pictures/queue-full.png")) > 10_000);
        }
    }

    @Test
    void everyPartOfTheImportScreen() throws Exception {
        try (Desk desk = new Desk(folder)) {
            fx(() -> {
                for (DataViewModel.Part part : DataViewModel.Part.values()) {
                    desk.dataScreen.partProperty().set(part);
                    picture(desk, "data", "none-" + part, Theme.LIGHT, 1216, 730);
                }
                desk.dataScreen.imports().run(List.of(desk.transcripts(), desk.twice(), desk.unknown()));
                desk.cutOff();
                desk.commands.get("data.watch").run();
                desk.dataScreen.partProperty().set(DataViewModel.Part.TWICE);
                both(desk, "twice");
                desk.files = List.of(desk.unknown().resolve("fenwick_labs_quarterly_export_of_every_conversation_with_a_long_name.json"));
                desk.commands.get("data.map").run();
                both(desk, "fields");
                desk.dataScreen.partProperty().set(DataViewModel.Part.PEOPLE);
                both(desk, "people");
                desk.table = java.util.Optional.of(Files.writeString(folder.resolve("pipeline of the whole northern region, closed and open, 2026.csv"), """
                        Opportunity ID,Opportunity Name,Phase of the sale as the team calls it,Closed,Won,Close Date,Account Name,Amount,\
                        Remarks of the person who entered the row
                        006Hs00001AbCdE,Eleven sites,Closed Won,1,1,2026-06-10,Brightwater Dental Ltd and Featherstonehaugh Partners,38400,\
                        asked for a second quote
                        006Hs00001aBcDe,Twelfth site,Proposal,0,0,2026-12-10,Brightwater Dental Ltd,21000,
                        """));
                desk.commands.get("rewards.columns").run();
                picture(desk, "rewards", "columns", Theme.LIGHT, 1216, 730);
                picture(desk, "rewards", "columns-dark", Theme.DARK, 1836, 930);
                return null;
            });
            assertTrue(Files.size(Path.of("target/pictures/data-twice.png")) > 10_000);
        }
    }

    private static void both(Desk desk, String state) throws IOException {
        picture(desk, "data", state, Theme.LIGHT, 1216, 730);
        picture(desk, "data", state + "-dark", Theme.DARK, 1836, 930);
    }

    private static void all(Desk desk, String state, Theme theme, int width, int height) throws IOException {
        for (String screen : new String[] {"queue", "model", "rewards", "data"}) {
            picture(desk, screen, state, theme, width, height);
        }
    }

    private static void picture(Desk desk, String screen, String state, Theme theme, int width, int height) throws IOException {
        Map<Class<?>, Object> controllers = Map.of(
                QueueView.class, new QueueView(desk.queueScreen, desk.assigning, desk.commands),
                ModelView.class, new ModelView(desk.modelScreen, desk.commands, FXCollections.observableArrayList()),
                RewardsView.class, new RewardsView(desk.rewardsScreen, desk.commands),
                DataView.class, new DataView(desk.dataScreen, desk.commands, FXCollections.observableArrayList()));
        FXMLLoader loader = new FXMLLoader(PicturesTest.class.getResource("/fxml/" + screen + ".fxml"), Texts.bundle());
        loader.setControllerFactory(controllers::get);
        Parent root = loader.load();
        root.getStyleClass().add("shell");
        Scene scene = new Scene(root, width, height);
        theme.apply(scene);
        ((ScreenView) loader.getController()).focus();
        root.applyCss();
        root.layout();
        root.layout();
        WritableImage image = scene.snapshot(null);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(Path.of("target/pictures"));
        ImageIO.write(copy, "png", Path.of("target/pictures/" + screen + "-" + state + ".png").toFile());
    }

    private static void fx(java.util.concurrent.Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        Platform.runLater(task);
        task.get();
    }
}
