package org.turnwise.ui.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.review.Drafts;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/**
 * The comment being written. What was begun stays with its call until it is said: whatever call or person comes next and however the window is closed, it is
 * there again when its writer comes back to the call. JavaFX thread; needs no toolkit.
 */
final class CommentDraft {

    private final Drafts drafts;
    private final Tasks writes;
    private final Consumer<Throwable> failed;
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty writing = new SimpleBooleanProperty();
    /** What was begun since the window is open, as it may not be on disk yet; empty where it was said. */
    private final Map<CallId, Optional<Drafts.Draft>> begun = new HashMap<>();
    private @Nullable CallId call;

    /** @param writes runs edits one after another */
    CommentDraft(Drafts drafts, Tasks writes, Consumer<Throwable> failed) {
        this.drafts = drafts;
        this.writes = writes;
        this.failed = failed;
    }

    StringProperty wordsProperty() {
        return words;
    }

    /** Whether somebody is writing. */
    BooleanProperty writingProperty() {
        return writing;
    }

    /** What was begun on the call and not said, to be asked for on any thread. */
    Supplier<Optional<Drafts.Draft>> of(CallId id) {
        Optional<Drafts.Draft> known = begun.get(id);
        return known == null ? () -> drafts.of(id) : () -> known;
    }

    boolean isOf(CallId id) {
        return id.equals(call);
    }

    /** @param draft what was begun on the call that comes into hand; what was typed while it was being read comes first */
    void take(CallId id, Optional<Drafts.Draft> draft) {
        call = id;
        begun.put(id, draft);
        if (words.get().isBlank()) {
            words.set(draft.map(Drafts.Draft::words).orElse(""));
        }
    }

    /** Keeps what is written, which may be nothing, with the call it is about. */
    void keep(int turn) {
        if (call != null) {
            keep(call, words.get().isBlank() ? Optional.empty() : Optional.of(new Drafts.Draft(turn, words.get())));
        }
    }

    /** The call goes out of hand. */
    void leave(int turn) {
        keep(turn);
        call = null;
        words.set("");
    }

    /** It was said, and is no draft any more. */
    void said(CallId about) {
        if (isOf(about)) {
            words.set("");
        }
        keep(about, Optional.empty());
    }

    private void keep(CallId about, Optional<Drafts.Draft> now) {
        if (!now.equals(begun.put(about, now))) {
            writes.quietly(Texts.text("review.saving"), progress -> {
                now.ifPresentOrElse(draft -> drafts.keep(about, draft), () -> drafts.forget(about));
                return about;
            }, done -> {}, failed);
        }
    }
}
