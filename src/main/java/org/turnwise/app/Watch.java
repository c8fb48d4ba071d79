package org.turnwise.app;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** What comes about by itself while the window stays open: every few seconds each part looks whether its time has come. JavaFX thread. */
final class Watch {

    private static final Duration EVERY = Duration.seconds(5);

    private final Timeline ticks = new Timeline(new KeyFrame(EVERY, event -> look()));
    private final List<Runnable> parts = new ArrayList<>();

    Watch() {
        ticks.setCycleCount(Animation.INDEFINITE);
    }

    /** @param look must cost next to nothing while nothing is due */
    void add(Runnable look) {
        parts.add(look);
    }

    void start() {
        ticks.play();
    }

    void stop() {
        ticks.stop();
    }

    boolean isOn() {
        return ticks.getStatus() == Animation.Status.RUNNING;
    }

    /** Lets every part look now. */
    void look() {
        parts.forEach(Runnable::run);
    }
}
