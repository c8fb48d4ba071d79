package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.turnwise.scoring.member.TermModel.Emphasis;

/**
 * All members, trained on the same calls. Those of the running call were trained on stratified prefixes or on finished calls and are asked after every turn;
 * those of the finished call were trained on finished calls and are asked when one is over. Immutable; any thread.
 */
public record Members(
        TermModel wordsOfPrefixes,
        TermModel[] terms,
        MeaningModel meaningOfPrefixes,
        MeaningModel meaning,
        ReadingsModel readingsOfPrefixes,
        ReadingsModel readings,
        ReadingsModel actsOfPrefixes,
        ReadingsModel acts)
        implements Serializable {

    static final List<Block> RUNNING_BLOCKS =
            List.of(Block.WORDS, Block.REP_WORDS, Block.CUSTOMER_WORDS, Block.REP_WORDS_LATELY, Block.CUSTOMER_WORDS_LATELY);

    // Found on folds of two corpora; flat within a factor of two.
    private static final double WORDS_PENALTY = .5;
    private static final double TELLING_PENALTY = 1;
    private static final double MEANING_PENALTY = .5;
    private static final double READINGS_PENALTY = 30;
    private static final double ACTS_PENALTY = 100;

    /** A member that is asked while a call runs, in the order of {@link #running(HeardCall, int)}. */
    public enum OfRunning {
        WORDS_OF_PREFIXES,
        WORDS,
        MEANING_OF_PREFIXES,
        MEANING,
        READINGS,
        ACTS
    }

    /** A member that is asked when a call is over, in the order of {@link #finished(HeardCall)}. */
    public enum OfFinished {
        WORDS,
        TELLING_WORDS,
        CUSTOMER_WORDS,
        SPELLING,
        CUSTOMER_SPELLING,
        MEANING,
        READINGS,
        ACTS;

        private static final List<OfFinished> OF_TERMS = List.of(WORDS, TELLING_WORDS, CUSTOMER_WORDS, SPELLING, CUSTOMER_SPELLING);
    }

    /** Trains all of them on these calls. */
    public static Members fit(List<HeardCall> calls, Vocabulary vocabulary) {
        Prefixes prefixes = new Prefixes(calls);
        List<Document> wholes = calls.stream().map(HeardCall::whole).toList();
        boolean[] yes = new boolean[calls.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = calls.get(i).converted();
        }
        double[] weight = calls.stream().mapToDouble(HeardCall::weight).toArray();
        TermModel.Lesson finished = new TermModel.Lesson(wholes, yes, weight);
        Rarity rarity = new Rarity(vocabulary, wholes);
        return new Members(
                TermModel.fit(
                        RUNNING_BLOCKS, Emphasis.EQUAL, rarity, new TermModel.Lesson(prefixes.documents, prefixes.yes, prefixes.weight), WORDS_PENALTY),
                OfFinished.OF_TERMS.stream().map(member -> terms(member, rarity, finished)).toArray(TermModel[]::new),
                MeaningModel.fit(prefixes.meanings.toArray(float[][]::new), prefixes.yes, prefixes.weight, MEANING_PENALTY),
                MeaningModel.fit(calls.stream().map(HeardCall::wholeMeaning).toArray(float[][]::new), yes, weight, MEANING_PENALTY),
                ReadingsModel.fit(prefixes.readings.toArray(double[][]::new), prefixes.yes, prefixes.weight, READINGS_PENALTY),
                ReadingsModel.fit(calls.stream().map(HeardCall::wholeReadings).toArray(double[][]::new), yes, weight, READINGS_PENALTY),
                ReadingsModel.fit(prefixes.acts.toArray(double[][]::new), prefixes.yes, prefixes.weight, ACTS_PENALTY),
                ReadingsModel.fit(calls.stream().map(HeardCall::wholeActs).toArray(double[][]::new), yes, weight, ACTS_PENALTY));
    }

    private static TermModel terms(OfFinished member, Rarity rarity, TermModel.Lesson finished) {
        return switch (member) {
            case WORDS -> TermModel.fit(RUNNING_BLOCKS, Emphasis.EQUAL, rarity, finished, WORDS_PENALTY);
            case TELLING_WORDS -> TermModel.fit(RUNNING_BLOCKS, Emphasis.TELLING, rarity, finished, TELLING_PENALTY);
            case CUSTOMER_WORDS -> TermModel.fit(List.of(Block.CUSTOMER_WORDS), Emphasis.EQUAL, rarity, finished, WORDS_PENALTY);
            case SPELLING -> TermModel.fit(List.of(Block.REP_SPELLING, Block.CUSTOMER_SPELLING), Emphasis.EQUAL, rarity, finished, WORDS_PENALTY);
            case CUSTOMER_SPELLING -> TermModel.fit(List.of(Block.CUSTOMER_SPELLING), Emphasis.EQUAL, rarity, finished, WORDS_PENALTY);
            case MEANING, READINGS, ACTS -> throw new IllegalArgumentException(member + " reads no terms");
        };
    }

    /** The words that the running call is asked about too. */
    private TermModel words() {
        return terms[OfFinished.WORDS.ordinal()];
    }

    /** The calls' prefixes one after another, those of a call together counting as much as the call. */
    private static final class Prefixes {
        private final List<Document> documents = new ArrayList<>();
        private final List<float[]> meanings = new ArrayList<>();
        private final List<double[]> readings = new ArrayList<>();
        private final List<double[]> acts = new ArrayList<>();
        private final boolean[] yes;
        private final double[] weight;

        Prefixes(List<HeardCall> calls) {
            int rows = calls.stream().mapToInt(HeardCall::prefixes).sum();
            yes = new boolean[rows];
            weight = new double[rows];
            int row = 0;
            for (HeardCall call : calls) {
                for (int i = 0; i < call.prefixes(); i++) {
                    documents.add(call.prefix(i));
                    meanings.add(call.meaning(i));
                    readings.add(call.readings(i));
                    acts.add(call.acts(i));
                    yes[row] = call.converted();
                    weight[row++] = call.weight() / call.prefixes();
                }
            }
        }
    }

    /** Log odds after a prefix of the call, by {@link OfRunning}. */
    public double[] running(HeardCall call, int prefix) {
        return new double[] {
            wordsOfPrefixes.raw(call.prefix(prefix)),
            words().raw(call.prefix(prefix)),
            meaningOfPrefixes.raw(call.meaning(prefix)),
            meaning.raw(call.meaning(prefix)),
            readingsOfPrefixes.raw(call.readings(prefix)),
            actsOfPrefixes.raw(call.acts(prefix))
        };
    }

    /** Log odds of the finished call, by {@link OfFinished}. */
    public double[] finished(HeardCall call) {
        return finished(call.whole(), call.wholeMeaning(), call.wholeReadings(), call.wholeActs());
    }

    private double[] finished(Document whole, float[] wholeMeaning, double[] wholeReadings, double[] wholeActs) {
        double[] raw = new double[OfFinished.values().length];
        for (OfFinished member : OfFinished.values()) {
            raw[member.ordinal()] = switch (member) {
                case MEANING -> meaning.raw(wholeMeaning);
                case READINGS -> readings.raw(wholeReadings);
                case ACTS -> acts.raw(wholeActs);
                case WORDS, TELLING_WORDS, CUSTOMER_WORDS, SPELLING, CUSTOMER_SPELLING -> terms[member.ordinal()].raw(whole);
            };
        }
        return raw;
    }

    /** What the running members make of a call turn by turn. One thread. */
    public final class Running {
        private final RunningTerms counted = new RunningTerms(wordsOfPrefixes, words());
        private final MeaningModel.Running directions = new MeaningModel.Running();
        private final ReadingsModel.Running read = readingsOfPrefixes.running();
        private final ReadingsModel.Running recognised = actsOfPrefixes.running();

        public void add(HeardTurn turn) {
            counted.add(turn);
            directions.add(turn);
        }

        /**
         * Log odds after the turns so far, by {@link OfRunning}.
         *
         * @param readings of the call's state
         * @param acts     recognised of its turns so far
         */
        public double[] raw(double[] readings, double[] acts) {
            float[] row = directions.row();
            return new double[] {
                counted.raw(0), counted.raw(1), meaningOfPrefixes.raw(row), meaning.raw(row), read.raw(readings), recognised.raw(acts)
            };
        }
    }

    public Running running() {
        return new Running();
    }

    /** Log odds of a finished call, by {@link OfFinished}. */
    public double[] finished(List<HeardTurn> turns, double[] wholeReadings, double[] wholeActs) {
        return finished(
                Document.of(turns, turns.size(), List.of(Block.values())), MeaningModel.rows(turns, new int[] {turns.size()})[0], wholeReadings,
                wholeActs);
    }

    private Stream<TermModel> termModels() {
        return Stream.concat(Stream.of(wordsOfPrefixes), Arrays.stream(terms));
    }

    /**
     * Whether everything is there and fits; what was stored may have been put together by hand.
     *
     * @param readingsWidth how many readings a state gives
     * @param actsWidth     how many numbers are recognised
     */
    public boolean fits(Vocabulary.Stored vocabulary, int readingsWidth, int actsWidth) {
        return Stream.of(wordsOfPrefixes, terms, meaningOfPrefixes, meaning, readingsOfPrefixes, readings, actsOfPrefixes, acts).allMatch(Objects::nonNull)
                && terms.length == OfFinished.OF_TERMS.size()
                && Arrays.stream(terms).allMatch(Objects::nonNull)
                && vocabulary.whole()
                && termModels().allMatch(model -> model.fits(vocabulary))
                && Arrays.equals(wordsOfPrefixes.blocks(), words().blocks())
                && meaningOfPrefixes.whole()
                && meaning.whole()
                && readingsOfPrefixes.reads(readingsWidth)
                && readings.reads(readingsWidth)
                && actsOfPrefixes.reads(actsWidth)
                && acts.reads(actsWidth);
    }
}
