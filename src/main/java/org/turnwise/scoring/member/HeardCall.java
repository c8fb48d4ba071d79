package org.turnwise.scoring.member;

import java.util.Arrays;
import java.util.List;

/**
 * A call as the members learn from it: what was heard of it after some numbers of turns, and when it was over. Holds counts and directions, no text.
 * Immutable; any thread.
 */
public final class HeardCall {

    private final Document[] prefixes;
    private final Document whole;
    private final float[][] meanings;
    private final float[] wholeMeaning;
    private final double[][] readings;
    private final double[] wholeReadings;
    private final double[][] acts;
    private final double[] wholeActs;
    private final boolean converted;
    private final double weight;

    /**
     * @param turns         of the finished call
     * @param after         numbers of turns to learn from, ascending
     * @param readings      of the call's state after each of them
     * @param wholeReadings of the finished call
     * @param weight        in (0, 1]
     */
    public HeardCall(List<HeardTurn> turns, int[] after, double[][] readings, double[] wholeReadings, boolean converted, double weight) {
        this.prefixes = Arrays.stream(after).mapToObj(upTo -> Document.of(turns, upTo, Members.RUNNING_BLOCKS)).toArray(Document[]::new);
        this.whole = Document.of(turns, turns.size(), List.of(Block.values()));
        this.meanings = MeaningModel.rows(turns, after);
        this.wholeMeaning = MeaningModel.rows(turns, new int[] {turns.size()})[0];
        this.readings = readings;
        this.wholeReadings = wholeReadings;
        this.acts = new double[after.length][0];
        this.wholeActs = new double[0];
        this.converted = converted;
        this.weight = weight;
    }

    private HeardCall(HeardCall heard, Document[] prefixes, Document whole, double[][] acts, double[] wholeActs) {
        this.prefixes = prefixes;
        this.whole = whole;
        this.meanings = heard.meanings;
        this.wholeMeaning = heard.wholeMeaning;
        this.readings = heard.readings;
        this.wholeReadings = heard.wholeReadings;
        this.acts = acts;
        this.wholeActs = wholeActs;
        this.converted = heard.converted;
        this.weight = heard.weight;
    }

    /**
     * The same call, with what was recognised of its turns.
     *
     * @param recognised after each of the prefixes; as many numbers for every call that is learned from together
     * @param whole      of the finished call
     */
    public HeardCall with(double[][] recognised, double[] whole) {
        return new HeardCall(this, prefixes, this.whole, recognised, whole);
    }

    /**
     * The same call, its terms numbered by a vocabulary of fewer.
     *
     * @param numbers by kind, the new number of each old one, in the same order; negative of a term that is left out
     */
    public HeardCall renumbered(int[][] numbers) {
        Document[] fewer = Arrays.stream(prefixes).map(prefix -> prefix.renumbered(numbers)).toArray(Document[]::new);
        return new HeardCall(this, fewer, whole.renumbered(numbers), acts, wholeActs);
    }

    public int prefixes() {
        return prefixes.length;
    }

    Document prefix(int i) {
        return prefixes[i];
    }

    Document whole() {
        return whole;
    }

    /** The direction of what the rep meant at a prefix, then of what the customer did; each of length 1, or 0 where nothing was said. */
    public float[] meaning(int i) {
        return meanings[i];
    }

    /** The same of the finished call. */
    public float[] wholeMeaning() {
        return wholeMeaning;
    }

    double[] readings(int i) {
        return readings[i];
    }

    double[] wholeReadings() {
        return wholeReadings;
    }

    double[] acts(int i) {
        return acts[i];
    }

    double[] wholeActs() {
        return wholeActs;
    }

    boolean converted() {
        return converted;
    }

    double weight() {
        return weight;
    }
}
