package org.turnwise.ui.rewards;

import java.util.List;
import java.util.stream.Collectors;
import org.turnwise.reward.Outcomes;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;

/** What a reward adds up from, in words. */
final class MadeOf {

    private MadeOf() {}

    static String words(List<Outcomes.Part> made) {
        return made.stream().map(part -> made.size() == 1
                        ? Texts.text("rewards.made.whole", part.kind().title(), Figures.reward(part.reward()))
                        : Texts.text("rewards.made.part", part.kind().title(), Figures.reward(part.reward()), Figures.percent(part.share())))
                .collect(Collectors.joining(" + "));
    }
}
