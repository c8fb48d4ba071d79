package org.turnwise.simulate;

/**
 * What is tampered with on purpose. Shares are from 0 to 1.
 *
 * @param outcomeNoise   share of calls whose recorded outcome is turned round
 * @param intentNoise    share of customer turns whose words say the opposite of what the customer thinks
 * @param surrogate      what goes with winning before the middle of the time, and not after
 * @param drift          how far the market turns after the middle of the time: 0 not at all, 1 budgets fall by a quarter and price is on every mind
 * @param nearDuplicates share of calls that repeat an earlier one with a few words changed
 * @param anomalies      share of calls with something wrong
 * @param annotators     how many simulated annotators label the stages; 0 for none
 * @param labelNoise     share of labels an annotator gets wrong on average
 * @param mishearing     share of words that the recogniser gets wrong, as transcription errors
 * @param interruptions  share of turns that break off because the other one cuts in
 */
public record Knobs(
        double outcomeNoise, double intentNoise, Surrogate surrogate, double drift, double nearDuplicates, double anomalies, int annotators, double labelNoise,
        double mishearing, double interruptions) {

    /** Nothing is tampered with. */
    public static final Knobs NONE = new Knobs(0, 0, Surrogate.NONE, 0, 0, 0, 0, 0, 0, 0);

    public static final int MOST_ANNOTATORS = 50;

    public Knobs {
        share("outcome-noise", outcomeNoise);
        share("intent-noise", intentNoise);
        share("drift", drift);
        share("near-duplicates", nearDuplicates);
        share("anomalies", anomalies);
        share("label-noise", labelNoise);
        share("transcription-errors", mishearing);
        share("interruptions", interruptions);
        if (annotators < 0 || annotators > MOST_ANNOTATORS) {
            throw new IllegalArgumentException("annotators is a whole number from 0 to " + MOST_ANNOTATORS + ", not " + annotators);
        }
        if (labelNoise > 0 && annotators == 0) {
            throw new IllegalArgumentException("label-noise needs annotators, for example annotators=3");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is a number from 0 to 1, not " + value);
        }
    }

    /**
     * The same with one knob set.
     *
     * @param name  as a command names it, for example {@code outcome-noise}
     * @throws IllegalArgumentException if there is no such knob or it takes no such value; the message says what there is
     */
    public Knobs with(String name, String value) {
        return switch (name) {
            case "outcome-noise" -> new Knobs(number(name, value), intentNoise, surrogate, drift, nearDuplicates, anomalies, annotators, labelNoise,
                    mishearing, interruptions);
            case "intent-noise" -> new Knobs(outcomeNoise, number(name, value), surrogate, drift, nearDuplicates, anomalies, annotators, labelNoise,
                    mishearing, interruptions);
            case "surrogate" -> new Knobs(outcomeNoise, intentNoise, surrogate(value), drift, nearDuplicates, anomalies, annotators, labelNoise, mishearing,
                    interruptions);
            case "drift" -> new Knobs(outcomeNoise, intentNoise, surrogate, number(name, value), nearDuplicates, anomalies, annotators, labelNoise, mishearing,
                    interruptions);
            case "near-duplicates" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, number(name, value), anomalies, annotators, labelNoise,
                    mishearing, interruptions);
            case "anomalies" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, nearDuplicates, number(name, value), annotators, labelNoise, mishearing,
                    interruptions);
            case "annotators" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, nearDuplicates, anomalies, whole(name, value), labelNoise, mishearing,
                    interruptions);
            case "label-noise" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, nearDuplicates, anomalies, Math.max(1, annotators),
                    number(name, value), mishearing, interruptions);
            case "transcription-errors" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, nearDuplicates, anomalies, annotators, labelNoise,
                    number(name, value), interruptions);
            case "interruptions" -> new Knobs(outcomeNoise, intentNoise, surrogate, drift, nearDuplicates, anomalies, annotators, labelNoise, mishearing,
                    number(name, value));
            default -> throw new IllegalArgumentException(
                    "there is no knob " + name + "; there are outcome-noise, intent-noise, surrogate, drift, near-duplicates, anomalies, annotators, "
                            + "label-noise, transcription-errors and interruptions");
        };
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not \"" + value + "\"", e);
        }
    }

    private static int whole(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not \"" + value + "\"", e);
        }
    }

    private static Surrogate surrogate(String value) {
        for (Surrogate surrogate : Surrogate.values()) {
            if (surrogate.name().equalsIgnoreCase(value)) {
                return surrogate;
            }
        }
        throw new IllegalArgumentException("surrogate is length, phrase, rep or none, not \"" + value + "\"");
    }
}
