package org.turnwise.ui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Blind;
import org.turnwise.annotation.Journal;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.review.CallReview;
import org.turnwise.review.Reviewer;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.TurningPoints;

/** Reads what there is to review. Any thread. */
public record ReviewReading(CallRepository calls, Journal journal, Reviewer reviewer, Outcomes outcomes, Forecasts forecasts) {

    private static final int MOST_DECIDED = 200;

    /**
     * @param open    wait for a decision, by title
     * @param decided the last of them, the latest first
     */
    record Calls(List<ReviewRow> open, List<ReviewRow> decided) {}

    Calls waitingAndDecided() {
        List<ReviewRow> waiting = new ArrayList<>();
        List<ReviewRow> done = new ArrayList<>();
        reviewer.all().values().forEach(review -> {
            if (review.open()) {
                row(review).ifPresent(waiting::add);
            } else if (review.decision().isPresent()) {
                row(review).ifPresent(done::add);
            }
        });
        waiting.sort(Comparator.comparing(ReviewRow::title).thenComparing(row -> row.review().call()));
        done.sort(Comparator.comparing((ReviewRow row) -> row.review().decision().orElseThrow().at()).reversed());
        return new Calls(waiting, done.stream().limit(MOST_DECIDED).toList());
    }

    /** Empty for a call that labels came for and that is not here itself. */
    private Optional<ReviewRow> row(CallReview review) {
        return calls.find(review.call()).map(call -> new ReviewRow(review, call.title(), null));
    }

    ReviewedCall call(CallId id) {
        Call call = calls.find(id).orElseThrow(() -> new IllegalArgumentException("no call " + id + " in this workspace"));
        Optional<CallForecast> forecast = forecasts.of(call);
        List<Annotation> standing = journal.current(id);
        List<Annotation> visible = Blind.visible(standing, reviewer.person());
        return new ReviewedCall(
                call, forecast.orElse(null), forecast.map(TurningPoints::of).orElse(List.of()), visible,
                outcomes.known(id, standing, reviewer.person()).orElse(null),
                CallReview.of(id, visible));
    }
}
