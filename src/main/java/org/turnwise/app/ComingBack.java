package org.turnwise.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.annotation.Comebacks;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.task.Tasks;
import org.turnwise.ui.annotate.AnnotateViewModel;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/**
 * Lets calls that were submitted long enough ago come back to whoever is at work: when they come to work, and from then on while the window stays open, as some
 * leave it open for weeks. JavaFX thread.
 */
final class ComingBack {

    private static final Logger LOG = LoggerFactory.getLogger(ComingBack.class);

    /** Against the two weeks that a call rests, an hour is nothing. */
    private static final Duration EVERY = Duration.ofHours(1);

    private final Comebacks comebacks;
    private final String reader;
    private final CallRepository calls;
    private final AnnotateViewModel annotate;
    private final WorkQueue queue;
    private final Tasks background;
    private final Clock clock;
    private @Nullable Instant drawn;

    ComingBack(Comebacks comebacks, String reader, CallRepository calls, AnnotateViewModel annotate, WorkQueue queue, Tasks background, Clock clock) {
        this.comebacks = comebacks;
        this.reader = reader;
        this.calls = calls;
        this.annotate = annotate;
        this.queue = queue;
        this.background = background;
        this.clock = clock;
    }

    /** Draws anew if the last time was long enough ago; not before the first. A clock that was set back makes it wait no longer. */
    void look() {
        Instant now = clock.instant();
        if (drawn != null && (now.isBefore(drawn) || !now.isBefore(drawn.plus(EVERY)))) {
            draw();
        }
    }

    void draw() {
        drawn = clock.instant();
        background.quietly(
                Texts.text("window.comebacks"),
                progress -> {
                    Set<CallId> leftOut = calls.leftOut();
                    return comebacks.draw(reader, call -> !leftOut.contains(call) && calls.find(call).isPresent());
                },
                this::show, error -> LOG.warn("no call came back", error));
    }

    private void show(List<CallId> back) {
        if (!back.isEmpty()) {
            queue.rebuild(() -> {});
        }
        CallId open = queue.openProperty().get();
        if (open != null && back.contains(open)) {
            annotate.reread();
        }
    }
}
