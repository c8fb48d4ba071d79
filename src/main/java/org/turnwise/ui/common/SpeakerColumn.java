package org.turnwise.ui.common;

import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/**
 * The column of a list of turns that says who spoke and when. It is as wide as the names of the call need, within bounds, so that all rows of a call line up.
 * JavaFX thread.
 */
public final class SpeakerColumn {

    private static final double NARROWEST = 110;
    private static final double WIDEST = 176;
    private static final double LEFT = 13;
    private static final double RIGHT = 8;
    private static final double MARK_AND_GAP = 15;
    private static final Set<String> NO_NAMES = Set.of("dr", "mr", "mrs", "ms", "mx", "prof", "sir", "dame", "herr", "frau", "mme", "mlle", "speaker");

    private final Label longestName = Parts.styled("", "who");
    private final Label longestPlace = Parts.styled("", "mono");
    private final Group ruler = new Group(longestName, longestPlace);
    private final ReadOnlyDoubleWrapper width = new ReadOnlyDoubleWrapper(NARROWEST);
    private @Nullable Call call;

    public SpeakerColumn() {
        ruler.getStyleClass().add("turn-cell");
        ruler.setManaged(false);
        ruler.setMouseTransparent(true);
        ruler.setOpacity(0);
        longestName.fontProperty().subscribe(font -> measure());
    }

    /** What the names are measured with; to be put, as it isn't seen, into the pane that the list is in, so that it has the same fonts. */
    public Node ruler() {
        return ruler;
    }

    /** In px, the space to both sides included. */
    public ReadOnlyDoubleProperty widthProperty() {
        return width.getReadOnlyProperty();
    }

    /** Makes it as wide as this call needs. */
    public void fit(Call now) {
        call = now;
        ruler.applyCss();
        measure();
    }

    private void measure() {
        if (call == null) {
            return;
        }
        double widest = 0;
        for (Participant participant : call.participants()) {
            longestName.setText(shortName(call, participant));
            widest = Math.max(widest, longestName.prefWidth(-1));
        }
        if (!call.turns().isEmpty()) {
            longestPlace.setText(place(call.turns().getLast()));
            widest = Math.max(widest, longestPlace.prefWidth(-1));
        }
        width.set(Math.clamp(Math.ceil(LEFT + MARK_AND_GAP + widest + RIGHT), NARROWEST, WIDEST));
    }

    /** One row of it, to be filled for one turn after another. */
    public final class Cell extends VBox {
        private final StackPane mark = new StackPane();
        private final Label who = Parts.styled("", "who");
        private final Label place = Parts.styled("", "mono", "muted");
        private @Nullable Side side;

        public Cell() {
            super(3);
            HBox name = new HBox(7, mark, who);
            name.setAlignment(Pos.CENTER_LEFT);
            place.setPadding(new Insets(0, 0, 0, MARK_AND_GAP));
            getChildren().addAll(name, place);
            setPadding(new Insets(0, RIGHT, 0, LEFT));
            minWidthProperty().bind(width);
            prefWidthProperty().bind(width);
            maxWidthProperty().bind(width);
        }

        public void show(Call of, Turn turn) {
            Participant speaker = of.speakerOf(turn);
            if (speaker.side() != side) {
                side = speaker.side();
                mark.getChildren().setAll(Parts.sideMark(side));
            }
            who.setText(shortName(of, speaker));
            Hint.on(who, speaker.name() + ", " + Words.of(speaker.side()));
            place.setText(SpeakerColumn.place(turn));
        }
    }

    private static String place(Turn turn) {
        Long start = turn.startMs();
        return start == null ? String.valueOf(turn.ordinal()) : turn.ordinal() + " · " + Figures.clock(start);
    }

    /** The first name, where there is one that nobody else on the call has: titles, initials and numbers are none, and not every script puts it first. */
    static String shortName(Call call, Participant participant) {
        String first = first(participant);
        long sharing = call.participants().stream().filter(other -> first(other).equals(first)).count();
        boolean letters = first.codePoints().allMatch(point -> point < 0x0250 && (Character.isLetter(point) || point == '-' || point == '\''));
        boolean given = letters && first.length() > 1;
        boolean name = given && !NO_NAMES.contains(first.toLowerCase(Locale.ROOT));
        return sharing == 1 && name ? first : participant.name();
    }

    private static String first(Participant participant) {
        return participant.name().strip().split("\\s+", 2)[0];
    }
}
