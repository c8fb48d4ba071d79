package org.turnwise.ui.shell;

import java.util.Arrays;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.ui.common.Texts;

/** The screens, in the order of the rail. One FXML each, so that one test can load them all. */
public enum Screen {
    ANNOTATE("annotate", Feather.EDIT_3),
    QUEUE("queue", Feather.LIST),
    MODEL("model", Feather.ACTIVITY),
    REWARDS("rewards", Feather.AWARD),
    DATA("data", Feather.DOWNLOAD),
    FIND("find", Feather.SEARCH),
    AGREEMENT("agreement", Feather.USERS),
    REVIEW("review", Feather.MESSAGE_SQUARE),
    SCHEME("scheme", Feather.TAG);

    private final String id;
    private final Feather icon;

    Screen(String id, Feather icon) {
        this.id = id;
        this.icon = icon;
    }

    /** The screen of this id; none if there is no such screen in this version. */
    public static Optional<Screen> named(String id) {
        return Arrays.stream(values()).filter(screen -> screen.id.equals(id)).findFirst();
    }

    /** Scope of its commands, and name of its FXML. */
    public String id() {
        return id;
    }

    public Feather icon() {
        return icon;
    }

    public String fxml() {
        return "/fxml/" + id + ".fxml";
    }

    public String title() {
        return Texts.text("screen." + id);
    }

    /** Ctrl and its place in the rail. */
    public String keys() {
        return "Ctrl+" + (ordinal() + 1);
    }
}
