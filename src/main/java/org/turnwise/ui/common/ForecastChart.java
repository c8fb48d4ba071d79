package org.turnwise.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecast;

/**
 * The forecast over the turns of a call: line, band, prior, turning points, the turn in hand, and below it the stages. A click goes to the turn.
 * Drawn with shapes rather than on a canvas, so that the theme colours it.
 */
public final class ForecastChart extends Pane {

    /** A run of turns in one stage. */
    public record StageSpan(String label, String name, int from, int to) {

        /** Style class: most stages are grey, only some have a colour. */
        public String style() {
            return label.replaceFirst("^STAGE_", "").toLowerCase(Locale.ROOT);
        }
    }

    /** Without a forecast it is a low ribbon of stages, there from the start: what is below must not jump when the first stage is set. */
    private static final PseudoClass STAGES_ONLY = PseudoClass.getPseudoClass("stages-only");
    private static final double LEFT = 34;
    private static final double RIGHT = 14;
    private static final double TOP = 12;
    private static final double BELOW = 36;
    private static final double STAGES_ABOVE_BOTTOM = 32;
    private static final int MOST_POINTS = 1_200;

    private final Group behind = new Group();
    private final StageRibbon ribbon = new StageRibbon();
    private final Rectangle cursor = new Rectangle();
    private final Circle point = new Circle(4);
    private final IntConsumer onTurn;

    private @Nullable CallForecast forecast;
    private List<Integer> turningPoints = List.of();
    private List<StageSpan> stages = List.of();
    private int turns = 1;
    private int selected = -1;
    private double drawnWidth = -1;
    private double drawnHeight = -1;

    /** @param onTurn told the ordinal of a turn somebody clicks */
    public ForecastChart(IntConsumer onTurn) {
        this.onTurn = onTurn;
        getStyleClass().add("forecast-chart");
        cursor.getStyleClass().add("forecast-cursor");
        point.getStyleClass().add("forecast-point");
        getChildren().setAll(behind, ribbon, cursor, point);
        setOnMousePressed(event -> onTurn.accept(turnAt(event.getX())));
        setOnMouseDragged(event -> onTurn.accept(turnAt(event.getX())));
    }

    /** @param newForecast null without a scorer: then only the stages are drawn */
    public void show(@Nullable CallForecast newForecast, int newTurns, List<Integer> newTurningPoints, List<StageSpan> newStages) {
        if (forecast != newForecast || turns != newTurns || !turningPoints.equals(newTurningPoints)) {
            forecast = newForecast;
            turns = newTurns;
            turningPoints = newTurningPoints;
            pseudoClassStateChanged(STAGES_ONLY, forecast == null);
            drawnWidth = -1;
            requestLayout();
        }
        if (!stages.equals(newStages)) {
            stages = newStages;
            drawStages();
        }
    }

    public void select(int ordinal) {
        selected = ordinal;
        placeCursor();
    }

    @Override
    protected void layoutChildren() {
        if (drawnWidth != getWidth() || drawnHeight != getHeight()) {
            drawnWidth = getWidth();
            drawnHeight = getHeight();
            draw();
        }
    }

    private void draw() {
        List<Node> nodes = new ArrayList<>();
        if (forecast == null) {
            double middle = getHeight() - STAGES_ABOVE_BOTTOM + StageRibbon.HEIGHT / 2;
            nodes.add(line(LEFT, middle, getWidth() - RIGHT, middle, "forecast-grid"));
        } else {
            drawGrid(nodes);
            drawForecast(forecast, nodes);
        }
        drawAxis(nodes);
        behind.getChildren().setAll(nodes);
        drawStages();
        placeCursor();
    }

    private void drawGrid(List<Node> nodes) {
        for (int percent = 25; percent <= 75; percent += 25) {
            double y = y(percent / 100.0);
            nodes.add(line(LEFT, y, getWidth() - RIGHT, y, "forecast-grid"));
            nodes.add(text(String.valueOf(percent), LEFT - 22, y, "axis-text"));
        }
    }

    private void drawForecast(CallForecast shown, List<Node> nodes) {
        List<Forecast> points = thinned(shown.turns());
        Polygon band = new Polygon();
        points.forEach(p -> band.getPoints().addAll(x(p.ordinal()), y(p.high())));
        points.reversed().forEach(p -> band.getPoints().addAll(x(p.ordinal()), y(p.low())));
        band.getStyleClass().add("forecast-band");
        nodes.add(band);
        double prior = y(shown.prior());
        nodes.add(line(LEFT, prior, getWidth() - RIGHT, prior, "forecast-prior"));
        Polyline line = new Polyline();
        points.forEach(p -> line.getPoints().addAll(x(p.ordinal()), y(p.probability())));
        line.getStyleClass().add("forecast-line");
        nodes.add(line);
        boolean endsBelow = points.getLast().probability() < shown.prior();
        Text priorText = text(Texts.text("annotate.prior", Math.round(100 * shown.prior())), 0, endsBelow ? prior - 9 : prior + 9, "axis-text");
        priorText.setX(getWidth() - RIGHT - priorText.getLayoutBounds().getWidth());
        nodes.add(priorText);
        List<Bounds> written = new ArrayList<>(List.of(priorText.getLayoutBounds()));
        turningPoints.stream()
                .sorted(Comparator.comparingLong((Integer turn) -> Math.abs(change(shown, turn))).reversed())
                .forEach(turn -> drawTurningPoint(shown, turn, nodes, written));
    }

    /** In points. */
    private static long change(CallForecast shown, int turn) {
        double before = turn == 0 ? shown.prior() : shown.turns().get(turn - 1).probability();
        return Math.round(100 * shown.turns().get(turn).probability()) - Math.round(100 * before);
    }

    /** The figure is left out where a larger change has its own: figures over each other say nothing. */
    private void drawTurningPoint(CallForecast shown, int turn, List<Node> nodes, List<Bounds> written) {
        double now = shown.turns().get(turn).probability();
        long change = change(shown, turn);
        boolean up = change > 0;
        Circle mark = new Circle(x(turn), y(now), 3.5);
        mark.getStyleClass().add(up ? "forecast-turn-up" : "forecast-turn-down");
        nodes.add(mark);
        Text figure = text(Figures.signed(change), 0, y(now) + (up ? -10 : 11), "axis-text");
        figure.getStyleClass().add(up ? "good" : "bad");
        double half = figure.getLayoutBounds().getWidth() / 2;
        figure.setX(Math.clamp(x(turn) - half, LEFT, Math.max(LEFT, getWidth() - RIGHT - 2 * half)));
        Bounds place = figure.getLayoutBounds();
        if (written.stream().noneMatch(place::intersects)) {
            written.add(place);
            nodes.add(figure);
        }
    }

    private void drawStages() {
        ribbon.draw(stages, this::x, getHeight() - STAGES_ABOVE_BOTTOM);
    }

    private void drawAxis(List<Node> nodes) {
        int step = step(turns);
        for (int turn = 0; turn < turns; turn += step) {
            boolean nearEnd = turn != 0 && x(turns - 1) - x(turn) < 30;
            if (!nearEnd) {
                nodes.add(text(String.valueOf(turn), x(turn) - 3, getHeight() - 7, "axis-text"));
            }
        }
        Text last = text(String.valueOf(turns - 1), 0, getHeight() - 7, "axis-text");
        last.setX(getWidth() - RIGHT - last.getLayoutBounds().getWidth() + 3);
        nodes.add(last);
    }

    private void placeCursor() {
        CallForecast shown = forecast;
        boolean visible = selected >= 0 && selected < turns;
        cursor.setVisible(visible);
        point.setVisible(visible && shown != null);
        if (!visible) {
            return;
        }
        double width = Math.max(8, x(1) - x(0));
        double from = Math.max(LEFT, x(selected) - width / 2);
        double to = Math.min(getWidth() - RIGHT, x(selected) + width / 2);
        cursor.setX(from);
        double top = shown == null ? getHeight() - STAGES_ABOVE_BOTTOM - 3 : TOP - 8;
        double bottom = shown == null ? getHeight() - STAGES_ABOVE_BOTTOM + StageRibbon.HEIGHT + 3 : getHeight() - BELOW + 2;
        cursor.setY(top);
        cursor.setWidth(Math.max(1, to - from));
        cursor.setHeight(Math.max(0, bottom - top));
        if (shown != null) {
            point.setCenterX(x(selected));
            point.setCenterY(y(shown.turns().get(selected).probability()));
        }
    }

    private int turnAt(double x) {
        double share = (x - LEFT) / Math.max(1, getWidth() - LEFT - RIGHT);
        return (int) Math.clamp(Math.round(share * (turns - 1)), 0, turns - 1);
    }

    private double x(double ordinal) {
        double clamped = Math.clamp(ordinal, 0, Math.max(0, turns - 1));
        return LEFT + (turns == 1 ? 0.5 : clamped / (turns - 1)) * (getWidth() - LEFT - RIGHT);
    }

    private double y(double probability) {
        return TOP + (1 - probability) * (getHeight() - BELOW - TOP);
    }

    private static int step(int turns) {
        for (int step : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000}) {
            if (turns / step <= 8) {
                return step;
            }
        }
        return 5_000;
    }

    /** A call of thousands of turns has several to a pixel; every n-th is drawn, the last always. */
    private static List<Forecast> thinned(List<Forecast> all) {
        int stride = Math.max(1, all.size() / MOST_POINTS);
        List<Forecast> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % stride == 0 || i == all.size() - 1) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private static Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(style);
        return line;
    }

    private static Text text(String words, double x, double y, String style) {
        Text text = new Text(x, y, words);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().add(style);
        return text;
    }
}
