package org.turnwise.scoring.member;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How rare terms are in some calls: the idf of each block's terms, counted once for all models that are fitted on those calls. One thread. */
final class Rarity {

    private final Vocabulary vocabulary;
    private final List<Document> calls;
    private final Map<Block, double[]> idf = new EnumMap<>(Block.class);

    /** @param calls one document a call */
    Rarity(Vocabulary vocabulary, List<Document> calls) {
        this.vocabulary = vocabulary;
        this.calls = calls;
    }

    /** By term; 0 of those that too few calls have. Models share it, so it must stay as it is. */
    double[] of(Block block) {
        return idf.computeIfAbsent(block, this::count);
    }

    private double[] count(Block block) {
        int[] having = new int[vocabulary.size(block.kind())];
        for (Document call : calls) {
            for (int term : call.bag(block).terms()) {
                having[term]++;
            }
        }
        double[] counted = new double[having.length];
        for (int term = 0; term < counted.length; term++) {
            counted[term] = having[term] < TermModel.FEWEST_CALLS ? 0 : Math.log((1.0 + calls.size()) / (1 + having[term])) + 1;
        }
        return counted;
    }
}
