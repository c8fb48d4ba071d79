package org.turnwise.scoring.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

class RunningTermsTest {

    private static final int TERMS = 40;

    @Test
    void saysAfterEveryTurnWhatModelsSayOfADocumentOfTheTurnsSoFar() {
        SplittableRandom random = new SplittableRandom(5);
        Vocabulary vocabulary = Vocabulary.growing();
        for (int n = 0; n < 40; n++) {
            List<HeardTurn> turns = turns(vocabulary, random);
            TermModel one = model(vocabulary, random);
            TermModel other = model(vocabulary, random);
            RunningTerms running = new RunningTerms(one, other);
            for (int turn = 0; turn < turns.size(); turn++) {
                running.add(turns.get(turn));
                Document soFar = Document.of(turns, turn + 1, Members.RUNNING_BLOCKS);
                assertEquals(one.raw(soFar), running.raw(0), 1e-9);
                assertEquals(other.raw(soFar), running.raw(1), 1e-9);
            }
        }
    }

    @Test
    void takesOnlyModelsOfTheSameBlocks() {
        TermModel words = new TermModel(new Block[] {Block.WORDS}, new double[1][0], new double[1][0], 0);
        TermModel ofRep = new TermModel(new Block[] {Block.REP_WORDS}, new double[1][0], new double[1][0], 0);
        assertThrows(IllegalArgumentException.class, () -> new RunningTerms(words, ofRep));
    }

    private static List<HeardTurn> turns(Vocabulary vocabulary, SplittableRandom random) {
        List<HeardTurn> turns = new ArrayList<>();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(30); word > 0; word--) {
                text.append(" w").append(random.nextInt(TERMS));
            }
            turns.add(vocabulary.hear(Side.values()[random.nextInt(Side.values().length)], text.toString(), Embedding.NONE));
        }
        return turns;
    }

    /** One term in three is too rare to count. */
    private static TermModel model(Vocabulary vocabulary, SplittableRandom random) {
        Block[] blocks = Members.RUNNING_BLOCKS.toArray(Block[]::new);
        double[][] idf = new double[blocks.length][];
        double[][] weights = new double[blocks.length][];
        for (int b = 0; b < blocks.length; b++) {
            int size = vocabulary.size(blocks[b].kind());
            idf[b] = random.doubles(size, 1, 4).map(each -> random.nextInt(3) == 0 ? 0 : each).toArray();
            weights[b] = random.doubles(size, -1, 1).toArray();
        }
        return new TermModel(blocks, idf, weights, random.nextDouble());
    }
}
