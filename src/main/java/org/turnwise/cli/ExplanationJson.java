package org.turnwise.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Cause;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.explanation.CauseWords;
import org.turnwise.scoring.explanation.Why;

/** An explanation as {@code score --why --json} prints it: {@code base} and the {@code logOdds} of all contributions sum to the forecast's. */
final class ExplanationJson {

    private ExplanationJson() {}

    static Map<String, @Nullable Object> of(Explanation explanation) {
        return Json.object(
                "ordinal", explanation.turn(),
                "sentence", new Why(explanation).sentence(),
                "base", explanation.base(),
                "logOdds", explanation.logOdds(),
                "contributions", explanation.shares().stream().map(ExplanationJson::share).toList());
    }

    private static Map<String, @Nullable Object> share(Explanation.Share share) {
        return Json.object(
                "kind", kind(share.cause()),
                "what", share.cause() instanceof Cause.Counted counted ? counted.feature().id() : CauseWords.of(share.cause()),
                "words", CauseWords.of(share.cause()),
                "length", share.cause().length(),
                "logOdds", share.logOdds(),
                "turns", share.turns());
    }

    private static String kind(Cause cause) {
        return switch (cause) {
            case Cause.Counted counted -> "feature";
            case Cause.Said said -> "words";
            case Cause.Meant meant -> "meaning";
            case Cause.Written written -> "spelling";
            case Cause.Done done -> "acts";
            case Cause.Unsaid unsaid -> "unsaid";
        };
    }
}
