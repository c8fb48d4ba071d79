package org.turnwise.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.Head.Without;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.SyntheticCalls;
import org.turnwise.scoring.evaluation.Corpus;
import org.turnwise.scoring.evaluation.Evaluation;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.LearningCurve;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.Prefix;
import org.turnwise.task.Progress;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.shell.Theme;

/** An evaluation on screen: what it says, and pictures of it, light and dark, in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class EvaluationPaneTest {

    private static EvaluationReport report;

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
        report = new Evaluation(EvaluationPaneTest::learn, 5, 0).of(new Corpus("made up", SyntheticCalls.telling(240, 1), 0), Progress.silent());
    }

    /** Heads that count telling words, each noisier than the one before. */
    private static Learner.Fitted learn(List<Example> training, long seed, Progress progress) {
        return call -> {
            SplittableRandom random = new SplittableRandom(call.id().value().hashCode());
            double[] counted = new double[call.turns().size()];
            double sum = 0;
            for (int i = 0; i < counted.length; i++) {
                String text = call.turns().get(i).text();
                sum += text.contains("let's do it") ? 1 : text.contains("We are not interested") ? -1 : 0;
                counted[i] = sum;
            }
            return new HeadForecasts(
                    .5,
                    Map.of(Standard.LIVE, noisy(counted, 1, random), Standard.TFIDF, noisy(counted, 4, random), Standard.EMBEDDING, noisy(counted, 6, random),
                            Standard.BOOSTING, noisy(counted, 2, random), new Without(Standard.LIVE, "recent-words"), noisy(counted, 3, random)),
                    Map.of(Standard.FINISHED, noisy(counted, .5, random)[counted.length - 1]));
        };
    }

    private static double[] noisy(double[] counted, double noise, SplittableRandom random) {
        double shift = random.nextGaussian() * noise;
        return Arrays.stream(counted).map(count -> 1 / (1 + Math.exp(-(count + shift) / (1 + noise)))).toArray();
    }

    private static List<LearningCurve> learning() {
        return List.of(curve("queue", .06), curve("random", .03));
    }

    private static LearningCurve curve(String name, double rise) {
        List<LearningCurve.Step> steps = new ArrayList<>();
        for (int labeled = 10; labeled <= 170; labeled += 20) {
            double auc = .64 + rise * Math.log10(labeled / 10.0);
            steps.add(new LearningCurve.Step(labeled, new Figure(auc, auc - .015, auc + .015)));
        }
        return new LearningCurve(name, steps);
    }

    @Test
    void saysInWordsWhatTheChartsShow() throws Exception {
        fx(() -> {
            Scene scene = scene(Theme.LIGHT);
            List<Plot> plots = all(scene).stream().filter(Plot.class::isInstance).map(Plot.class::cast).toList();
            assertEquals(3, plots.size());
            assertTrue(plots.get(0).getAccessibleText().matches("When it says \\d+ %, \\d+ in 100 convert\\. ECE \\.\\d{3}"), plots.get(0).getAccessibleText());
            String risk = plots.get(1).getAccessibleText();
            assertTrue(risk.matches("On its surest half it is wrong \\d+ times in 100; the class prior, 50\\."), risk);
            assertEquals("With 170 labeled calls, queue reaches an AUC of .71 (.70 to .73).", plots.get(2).getAccessibleText());
            Set<String> drawn = plots.get(1).getChildren().stream()
                    .filter(Text.class::isInstance)
                    .map(node -> ((Text) node).getText())
                    .collect(Collectors.toSet());
            assertTrue(drawn.containsAll(Set.of("Live", "Class prior", "TF-IDF + LR", "Finished call", "coverage, %")), drawn.toString());
            return null;
        });
    }

    @Test
    void saysWhetherLabelsHelp() {
        String gained = trend(new Figure(.05, .02, .08), new Figure(.02, .01, .03));
        assertEquals("With 50 labeled calls, queue reaches an average precision of .60 (.50 to .70). "
                + "Labels help, and more still do: from 25 to 50 calls, .020 (.010 to .030).", gained);
        assertTrue(trend(new Figure(.05, .02, .08), new Figure(.02, -.01, .03)).endsWith(
                "Labels help, but from 25 to 50 calls no more than noise: .020 (\u2212.010 to .030)."));
        assertTrue(trend(new Figure(.01, -.02, .04), new Figure(.02, .01, .03)).endsWith(
                "Labels make no difference here beyond noise: from 0 to 50 calls, .010 (\u2212.020 to .040)."));
        assertTrue(trend(new Figure(-.05, -.08, -.02), new Figure(0, 0, 0)).endsWith(
                "Labels make it worse here: from 0 to 50 calls, \u2212.050 (\u2212.080 to \u2212.020)."));
    }

    private static String trend(Figure overall, Figure lately) {
        List<LearningCurve.Step> steps = new ArrayList<>();
        for (int labeled = 0; labeled <= 50; labeled += 25) {
            steps.add(new LearningCurve.Step(labeled, new Figure(.6, .5, .7)));
        }
        LearningCurve.Gains gains = new LearningCurve.Gains(overall, lately);
        return EvaluationCharts.learning(List.of(new LearningCurve("queue", LearningCurve.Quality.AVERAGE_PRECISION, steps, gains))).words();
    }

    @Test
    void namesAtTheEndsOfLinesDontCoverEachOther() throws Exception {
        fx(() -> {
            Plot risk = (Plot) all(scene(Theme.LIGHT)).stream().filter(Plot.class::isInstance).skip(1).findFirst().orElseThrow();
            double[] heights = risk.getChildren().stream()
                    .filter(node -> node.getStyleClass().contains("plot-name"))
                    .mapToDouble(node -> ((Text) node).getY())
                    .sorted()
                    .toArray();
            assertEquals(4, heights.length);
            for (int i = 1; i < heights.length; i++) {
                assertTrue(heights[i] - heights[i - 1] >= 12.9, Arrays.toString(heights));
            }
            assertTrue(heights[3] <= risk.getHeight());
            return null;
        });
    }

    @Test
    void theTableFollowsTheMeasureThatIsChosen() throws Exception {
        fx(() -> {
            Scene scene = scene(Theme.LIGHT);
            assertTrue(labels(scene).contains("Lower is better"));
            String brier = Figures.score(value(Measure.BRIER), 3);
            assertTrue(labels(scene).contains(brier), brier);
            all(scene).stream()
                    .filter(node -> node instanceof ToggleButton button && button.getText().equals("AUC"))
                    .forEach(node -> ((ToggleButton) node).fire());
            assertTrue(labels(scene).contains("Higher is better"));
            String auc = Figures.score(value(Measure.AUC), 3);
            assertTrue(labels(scene).contains(auc), auc);
            return null;
        });
    }

    @Test
    void saysWhoseMembersARefreshedVersionIsComparedWith() throws Exception {
        fx(() -> {
            EvaluationPane pane = new EvaluationPane(report, learning());
            pane.comparedByMembersOf(3);
            Scene scene = scene(Theme.LIGHT, pane, 938, 820);
            Label words = (Label) all(scene).stream()
                    .filter(node -> node instanceof Label label && label.getText().contains("learned by version 3"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(words.getHeight() >= words.prefHeight(words.getWidth()));
            write(scene, Path.of("target/pictures/evaluation-refreshed.png"));
            return null;
        });
    }

    private static double value(Measure measure) {
        return report.result(Standard.FINISHED, Prefix.WHOLE).orElseThrow().figure(measure).value();
    }

    @Test
    void looksRightInBothThemes() throws Exception {
        fx(() -> {
            for (Theme theme : Theme.values()) {
                Path picture = Path.of("target/pictures/evaluation-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                write(scene(theme), picture);
                assertTrue(Files.size(picture) > 10_000);
                Scene taught = scene(theme, taught(), 938, 1010);
                assertTrue(labels(taught).stream().anyMatch(words -> words.contains("Labels make no difference here beyond noise")));
                assertEquals(4, all(taught).stream().filter(Plot.class::isInstance).count());
                all(taught).stream()
                        .filter(node -> node instanceof ToggleButton button && button.getText().equals("ECE"))
                        .forEach(node -> ((ToggleButton) node).fire());
                assertTrue(labels(taught).contains("Chance alone"));
                taught.getRoot().layout();
                write(taught, Path.of("target/pictures/labels-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
            }
            return null;
        });
    }

    /** Of forecasts, which labels don't make better here, and of what is recognised, which they do. */
    private static List<LearningCurve> taught() {
        List<LearningCurve.Step> forecasts = new ArrayList<>();
        List<LearningCurve.Step> recognised = new ArrayList<>();
        for (int labeled : new int[] {25, 50, 100, 200}) {
            double auc = .68 + .002 * Math.log(labeled);
            forecasts.add(new LearningCurve.Step(labeled, new Figure(auc, auc - .035, auc + .035)));
            double precision = .2 + .05 * Math.log(labeled);
            recognised.add(new LearningCurve.Step(labeled, new Figure(precision, precision - .02, precision + .02)));
        }
        LearningCurve.Gains none = new LearningCurve.Gains(new Figure(.004, -.012, .02), new Figure(.001, -.01, .012));
        LearningCurve.Gains more = new LearningCurve.Gains(new Figure(.1, .08, .12), new Figure(.03, .02, .04));
        return List.of(
                new LearningCurve("the forecast of finished calls", LearningCurve.Quality.AUC, forecasts, none),
                new LearningCurve("recognising 12 labels", LearningCurve.Quality.AVERAGE_PRECISION, recognised, more));
    }

    private static Scene scene(Theme theme) {
        return scene(theme, learning(), 880, 780);
    }

    private static Scene scene(Theme theme, List<LearningCurve> learning, double width, double height) {
        return scene(theme, new EvaluationPane(report, learning), width, height);
    }

    private static Scene scene(Theme theme, EvaluationPane pane, double width, double height) {
        StackPane root = new StackPane(pane);
        root.getStyleClass().addAll("shell", "model-centre");
        Scene scene = new Scene(root, width, height);
        theme.apply(scene);
        root.applyCss();
        root.layout();
        root.layout();
        return scene;
    }

    private static List<Node> all(Scene scene) {
        List<Node> nodes = new ArrayList<>();
        collect(scene.getRoot(), nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private static List<String> labels(Scene scene) {
        return all(scene).stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText()).toList();
    }

    private static void write(Scene scene, Path file) throws IOException {
        WritableImage image = scene.snapshot(null);
        BufferedImage copy = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(copy, "png", file.toFile());
    }

    private static void fx(Callable<?> work) throws Exception {
        FutureTask<?> task = new FutureTask<>(work);
        Platform.runLater(task);
        task.get();
    }
}
