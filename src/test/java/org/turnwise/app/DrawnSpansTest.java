package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words marked in the real window, with a mouse and by key, in scripts where a character is more than one code unit or runs the other way: the label lands on
 * just these.
 */
@Execution(ExecutionMode.SAME_THREAD)
class DrawnSpansTest {

    private static final CallId CALL = new CallId("scripts");
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    /**
     * What is said, and what of it is marked.
     *
     * @param atAWord whether it begins where a word does, so that keys get there
     */
    private record Case(String said, String words, boolean atAWord) {

        Case(String said, String words) {
            this(said, words, true);
        }

        int from() {
            return said.indexOf(words);
        }

        int to() {
            return from() + words.length();
        }

        Target target(int ordinal) {
            int start = said.codePointCount(0, from());
            return new Target.OfSpan(CALL, ordinal, start, start + words.codePointCount(0, words.length()), words);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("The family " + FAMILY + " of four is here", FAMILY),
            new Case("🇩🇪🇫🇷 and 👩🏽‍💻👩🏿‍💻 work from home", "👩🏽‍💻", false),
            new Case("We pay 💸💸💸 for it", "💸💸 for", false),
            new Case("لدينا تسع عيادات والسعر مرتفع جدا هذا العام", "والسعر مرتفع"),
            new Case("وهل تستخدمون Dentaplan 4.2 منذ سنة", "تستخدمون Dentaplan"),
            new Case("He said שָׁלוֹם עולם and left", "שָׁלוֹם"),
            new Case("Ils e\u0301taient tre\u0300s e\u0301tonne\u0301s du prix", "tre\u0300s e\u0301tonne\u0301s"),
            new Case("한국어 각 and 五個人 and หนึ่งที่นี่", "각 and 五個"),
            new Case("Nobody signs before the clinics in the north are in and the price for each of them goes down, as " + FAMILY
                    + " was promised to our board in the spring of last year by you", "down, as " + FAMILY + " was promised"));

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void aMouseDrawsJustTheWords() throws IOException {
        labeled("mouse", CASES, DrawnSpansTest::drawn);
    }

    @Test
    void keysMarkJustTheWords() throws IOException {
        labeled("keys", CASES.stream().filter(Case::atAWord).toList(), (desktop, one) -> {
            desktop.hands.press(".");
            marked(desktop, one);
        });
    }

    private interface Marking {
        void mark(HeadlessDesktop desktop, Case one);
    }

    private void labeled(String how, List<Case> cases, Marking marking) throws IOException {
        java.nio.file.Path in = calls(cases);
        java.nio.file.Path out = folder.resolve(how + ".jsonl");
        Set<Target> wanted = new HashSet<>();
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve(how), in, out, 1280, 800)) {
            desktop.hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home");
            for (int ordinal = 0; ordinal < cases.size(); ordinal++) {
                Case one = cases.get(ordinal);
                take(desktop, ordinal);
                marking.mark(desktop, one);
                assertCovered(desktop, one);
                desktop.hands.press("1");
                wanted.add(one.target(ordinal));
                assertEquals(wanted, spans(desktop), one.said());
                assertCovered(desktop, one);
            }
            desktop.hands.picture(java.nio.file.Path.of("target/pictures/spans-" + how + ".png"));
            desktop.hands.press("Ctrl+5 Ctrl+E");
        }
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve(how + "-again"), out, folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home");
            assertEquals(wanted, spans(desktop), "after an export and an import");
            take(desktop, 3);
            assertCovered(desktop, cases.get(3));
        }
    }

    private java.nio.file.Path calls(List<Case> cases) throws IOException {
        var call = JsonMapper.shared().createObjectNode().put("id", CALL.value());
        var turns = call.putArray("turns");
        cases.forEach(one -> turns.addObject().put("speaker", "customer").put("text", one.said()));
        return Files.writeString(folder.resolve("in.jsonl"), call + "\n");
    }

    private static void take(HeadlessDesktop desktop, int ordinal) {
        Hands.onFx(() -> {
            desktop.workbench.annotate().goTo(CALL, ordinal);
            ((ListView<?>) desktop.scene.lookup("#turnList")).scrollTo(Math.max(0, ordinal - 1));
            desktop.scene.getRoot().applyCss();
            desktop.scene.getRoot().layout();
            return true;
        });
        desktop.hands.settle();
        desktop.hands.press("Ctrl+J");
    }

    private static Set<Target> spans(HeadlessDesktop desktop) {
        return desktop.composition.workspace().journal().current(CALL).stream().map(Annotation::target).filter(Target.OfSpan.class::isInstance)
                .collect(Collectors.toSet());
    }

    // ---- marking

    /** From inside the first character to inside the last, on the halves away from each other, whichever way each of them runs. */
    private static void drawn(HeadlessDesktop desktop, Case one) {
        TextFlow flow = Hands.onFx(() -> find(desktop, one));
        List<int[]> characters = characters(one.said());
        int[] first = characters.stream().filter(c -> c[0] == one.from()).findFirst().orElseThrow();
        int[] last = characters.stream().filter(c -> c[1] == one.to()).findFirst().orElseThrow();
        Point2D from = Hands.onFx(() -> within(flow, one.said(), first, 0.2));
        Point2D to = Hands.onFx(() -> within(flow, one.said(), last, 0.8));
        Robot robot = Hands.onFx(Robot::new);
        onFx(() -> robot.mouseMove(from));
        onFx(() -> robot.mousePress(MouseButton.PRIMARY));
        desktop.hands.settle();
        onFx(() -> robot.mouseMove(from.midpoint(to)));
        onFx(() -> robot.mouseMove(to));
        onFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
        desktop.hands.settle();
    }

    private static void onFx(Runnable work) {
        Hands.onFx(() -> {
            work.run();
            return true;
        });
    }

    /** On the screen, this share of the way through the character in the direction in which it is read. */
    private static Point2D within(TextFlow flow, String said, int[] character, double share) {
        Bounds bounds = boxes(flow.rangeShape(character[0], character[1])).getFirst();
        byte direction = Character.getDirectionality(said.codePointAt(character[0]));
        boolean leftwards = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        double x = bounds.getMinX() + bounds.getWidth() * (leftwards ? 1 - share : share);
        return flow.localToScreen(x, bounds.getCenterY());
    }

    /** To the word it begins with, on by words, back by characters. */
    private static void marked(HeadlessDesktop desktop, Case one) {
        for (int step = 0; step < 60 && !one.words().startsWith(shown(desktop)) && !shown(desktop).startsWith(one.words()); step++) {
            desktop.hands.press("Right");
        }
        for (int step = 0; step < 20 && shown(desktop).length() < one.words().length(); step++) {
            desktop.hands.press("Shift+Right");
        }
        for (int step = 0; step < 20 && shown(desktop).length() > one.words().length(); step++) {
            desktop.hands.press("Alt+Left");
        }
        assertEquals(one.words(), shown(desktop), "what the inspector says is being marked");
    }

    private static String shown(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.lookup("#drawn-words") instanceof TextFlow flow ? words(flow).substring(1, words(flow).length() - 1) : "");
    }

    // ---- what is drawn

    /** Each character lies under the highlight if it is one of the words, and not if it isn't. */
    private static void assertCovered(HeadlessDesktop desktop, Case one) {
        List<String> wrong = Hands.onFx(() -> {
            desktop.scene.getRoot().applyCss();
            desktop.scene.getRoot().layout();
            TextFlow flow = find(desktop, one);
            List<Bounds> highlight = flow.getParent().getChildrenUnmodifiable().stream()
                    .filter(node -> node.getStyleClass().contains("span-mark"))
                    .flatMap(node -> boxes(((Path) node).getElements().toArray(PathElement[]::new)).stream())
                    .toList();
            List<String> faults = new ArrayList<>();
            for (int[] character : characters(one.said())) {
                Bounds box = boxes(flow.rangeShape(character[0], character[1])).getFirst();
                Point2D middle = new Point2D(box.getCenterX(), box.getCenterY());
                int hit = flow.hitTest(middle).getCharIndex();
                if (hit < character[0] || hit >= character[1]) {
                    faults.add("a click on character " + character[0] + " lands on " + hit);
                }
                boolean wanted = character[0] >= one.from() && character[1] <= one.to();
                if (highlight.stream().anyMatch(part -> part.contains(middle)) != wanted) {
                    faults.add("character " + character[0] + (wanted ? " is not" : " is") + " under the highlight");
                }
            }
            return faults;
        });
        assertEquals(List.of(), wrong, one.said());
    }

    private static TextFlow find(HeadlessDesktop desktop, Case one) {
        return (TextFlow) desktop.scene.getRoot().lookupAll(".wording").stream()
                .filter(node -> node instanceof TextFlow flow && words(flow).equals(one.said()) && isShown(flow))
                .findFirst().orElseThrow(() -> new IllegalStateException("not in view: " + one.said()));
    }

    private static String words(TextFlow flow) {
        return flow.getChildren().stream().map(part -> ((Text) part).getText()).collect(Collectors.joining());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null ? node.getScene() != null : isShown(node.getParent()));
    }

    /** Where what a reader sees as one character begins and ends; spaces and line ends left out, as they need not be drawn. */
    private static List<int[]> characters(String said) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(said);
        List<int[]> characters = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (!said.substring(from, to).isBlank()) {
                characters.add(new int[] {from, to});
            }
            from = to;
        }
        return characters;
    }

    /** Each run of a range is a rectangle of its own. */
    private static List<Bounds> boxes(PathElement[] elements) {
        List<Bounds> boxes = new ArrayList<>();
        List<Point2D> corners = new ArrayList<>();
        for (PathElement element : elements) {
            if (element instanceof MoveTo move) {
                close(corners, boxes);
                corners.add(new Point2D(move.getX(), move.getY()));
            } else if (element instanceof LineTo line) {
                corners.add(new Point2D(line.getX(), line.getY()));
            }
        }
        close(corners, boxes);
        return boxes;
    }

    private static void close(List<Point2D> corners, List<Bounds> boxes) {
        if (!corners.isEmpty()) {
            double left = corners.stream().mapToDouble(Point2D::getX).min().orElseThrow();
            double top = corners.stream().mapToDouble(Point2D::getY).min().orElseThrow();
            double right = corners.stream().mapToDouble(Point2D::getX).max().orElseThrow();
            double bottom = corners.stream().mapToDouble(Point2D::getY).max().orElseThrow();
            boxes.add(new BoundingBox(left, top, right - left, bottom - top));
            corners.clear();
        }
    }
}
