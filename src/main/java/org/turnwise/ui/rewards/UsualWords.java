package org.turnwise.ui.rewards;

import org.turnwise.reward.Baselines;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Texts;

/** What a reward is beside what is usual, in words. */
final class UsualWords {

    private UsualWords() {}

    /** In a sentence. */
    static String of(Baselines.Relative relative) {
        String besides = Figures.reward(relative.relative());
        String baseline = Figures.reward(relative.baseline());
        return relative.ofAll()
                ? Texts.text("rewards.usual.all", besides, baseline, relative.group(), relative.others())
                : Texts.text("rewards.usual", besides, relative.group(), baseline, relative.others());
    }
}
