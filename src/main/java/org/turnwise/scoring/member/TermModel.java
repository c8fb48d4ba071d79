package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression over blocks of terms. In each block a term's value is (1 + ln count) · idf with idf = ln((1 + n) / (1 + df)) + 1, and the block is
 * scaled to length 1 (Salton and Buckley 1988, as scikit-learn's {@code TfidfVectorizer} with sublinear counts does). Immutable; any thread.
 *
 * @param idf     by block and term number; 0 of terms that too few training calls have
 * @param weights likewise, of the term's scaled value
 */
record TermModel(Block[] blocks, double[][] idf, double[][] weights, double intercept) implements Serializable {

    /** A term in fewer training calls teaches nothing that would hold elsewhere. */
    static final int FEWEST_CALLS = 2;

    /** 1 + ln of the counts that are met most. */
    private static final double[] DAMPED = IntStream.range(0, 256).mapToDouble(count -> 1 + Math.log(count)).toArray();

    /** How much a term may weigh before anything is learned of the others. */
    enum Emphasis {
        /** All alike. */
        EQUAL {
            @Override
            double[] of(Block block, int terms, List<Document> rows, boolean[] yes) {
                double[] one = new double[terms];
                Arrays.fill(one, 1);
                return one;
            }
        },
        /** By how much more often the rows of one class have it: |ln of the smoothed odds|, the naive Bayes weights of Wang and Manning (2012). */
        TELLING {
            @Override
            double[] of(Block block, int terms, List<Document> rows, boolean[] yes) {
                double[] with = new double[terms];
                double[] without = new double[terms];
                int positive = 0;
                for (int row = 0; row < yes.length; row++) {
                    positive += yes[row] ? 1 : 0;
                    for (int term : rows.get(row).bag(block).terms()) {
                        (yes[row] ? with : without)[term]++;
                    }
                }
                double[] telling = new double[terms];
                for (int term = 0; term < terms; term++) {
                    telling[term] = Math.abs(Math.log((1 + with[term]) / (2 + positive)) - Math.log((1 + without[term]) / (2 + yes.length - positive)));
                }
                return telling;
            }
        };

        abstract double[] of(Block block, int terms, List<Document> rows, boolean[] yes);
    }

    /** Rows to learn from: documents, their class, and what each counts. */
    record Lesson(List<Document> rows, boolean[] yes, double[] weight) {}

    /**
     * Fits on documents.
     *
     * @param rarity of the terms in the calls that are learned from
     */
    static TermModel fit(List<Block> blocks, Emphasis emphasis, Rarity rarity, Lesson lesson, double penalty) {
        double[][] idf = new double[blocks.size()][];
        int[][] columns = new int[blocks.size()][];
        int width = 0;
        for (int b = 0; b < idf.length; b++) {
            idf[b] = rarity.of(blocks.get(b));
            columns[b] = new int[idf[b].length];
            for (int term = 0; term < idf[b].length; term++) {
                columns[b][term] = idf[b][term] > 0 ? width++ : -1;
            }
        }
        double[][] emphases = new double[idf.length][];
        for (int b = 0; b < idf.length; b++) {
            emphases[b] = emphasis.of(blocks.get(b), idf[b].length, lesson.rows, lesson.yes);
        }
        Rows rows = rows(blocks, idf, emphases, columns, width, lesson.rows);
        LogisticRegression fitted = LogisticRegression.fit(rows, lesson.yes, lesson.weight, penalty);
        double[][] weights = new double[idf.length][];
        for (int b = 0; b < idf.length; b++) {
            weights[b] = new double[idf[b].length];
            for (int term = 0; term < idf[b].length; term++) {
                weights[b][term] = columns[b][term] < 0 ? 0 : emphases[b][term] * fitted.weights()[columns[b][term]];
            }
        }
        return new TermModel(blocks.toArray(Block[]::new), idf, weights, fitted.intercept());
    }

    private static Rows rows(List<Block> blocks, double[][] idf, double[][] emphases, int[][] columns, int width, List<Document> documents) {
        int[][] at = new int[documents.size()][];
        float[][] values = new float[documents.size()][];
        for (int row = 0; row < at.length; row++) {
            int most = 0;
            for (Block block : blocks) {
                most += documents.get(row).bag(block).terms().length;
            }
            int[] places = new int[most];
            float[] numbers = new float[most];
            int size = 0;
            for (int b = 0; b < columns.length; b++) {
                Document.Bag bag = documents.get(row).bag(blocks.get(b));
                double scale = 1 / length(bag, idf[b]);
                for (int i = 0; i < bag.terms().length; i++) {
                    int term = bag.terms()[i];
                    if (columns[b][term] >= 0) {
                        places[size] = columns[b][term];
                        numbers[size++] = (float) (value(bag.counts()[i], idf[b][term]) * scale * emphases[b][term]);
                    }
                }
            }
            at[row] = Arrays.copyOf(places, size);
            values[row] = Arrays.copyOf(numbers, size);
        }
        return new Rows.Sparse(at, values, width);
    }

    private static double length(Document.Bag bag, double[] idf) {
        double squares = 0;
        for (int i = 0; i < bag.terms().length; i++) {
            double value = value(bag.counts()[i], idf[bag.terms()[i]]);
            squares += value * value;
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }

    static double value(int count, double idf) {
        return (count < DAMPED.length ? DAMPED[count] : 1 + Math.log(count)) * idf;
    }

    /** Log odds of a document. */
    double raw(Document document) {
        double raw = intercept;
        for (int b = 0; b < blocks.length; b++) {
            Document.Bag bag = document.bag(blocks[b]);
            double sum = 0;
            for (int i = 0; i < bag.terms().length; i++) {
                int term = bag.terms()[i];
                sum += value(bag.counts()[i], idf[b][term]) * weights[b][term];
            }
            raw += sum / length(bag, idf[b]);
        }
        return raw;
    }

    /** Of a block of this model, what each term of the document adds to the log odds, in order of the bag's terms. */
    double[] shares(int block, Document document) {
        Document.Bag bag = document.bag(blocks[block]);
        double scale = 1 / length(bag, idf[block]);
        double[] shares = new double[bag.terms().length];
        for (int i = 0; i < shares.length; i++) {
            int term = bag.terms()[i];
            shares[i] = value(bag.counts()[i], idf[block][term]) * weights[block][term] * scale;
        }
        return shares;
    }

    /** Whether its arrays fit each other and the vocabulary; a stored model may have been put together by hand. */
    boolean fits(Vocabulary.Stored vocabulary) {
        if (blocks == null || idf == null || weights == null || idf.length != blocks.length || weights.length != blocks.length) {
            return false;
        }
        for (int b = 0; b < blocks.length; b++) {
            int size = blocks[b] == null ? -1 : vocabulary.terms()[blocks[b].kind().ordinal()].length;
            if (idf[b] == null || weights[b] == null || idf[b].length != size || weights[b].length != size) {
                return false;
            }
        }
        return true;
    }
}
