package org.turnwise.scoring;

import static org.turnwise.scoring.Feature.Unit.BALANCE;
import static org.turnwise.scoring.Feature.Unit.COUNT;
import static org.turnwise.scoring.Feature.Unit.FACTOR;
import static org.turnwise.scoring.Feature.Unit.MINUTES;
import static org.turnwise.scoring.Feature.Unit.PER_100_WORDS;
import static org.turnwise.scoring.Feature.Unit.PER_MINUTE;
import static org.turnwise.scoring.Feature.Unit.PER_TURN;
import static org.turnwise.scoring.Feature.Unit.SECONDS;
import static org.turnwise.scoring.Feature.Unit.SHARE;
import static org.turnwise.scoring.Feature.Unit.TURNS;
import static org.turnwise.scoring.Feature.Unit.WORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.turnwise.call.TimingClass;
import org.turnwise.language.Topic;

/**
 * The features a scorer reads, in the order of its vectors. Data: screens, exports, documents and the scorer read the same list. Immutable; any thread.
 *
 * <p>Missing values. A reading that is missing is {@link Double#NaN} here; {@link #vector} writes {@value #MISSING} in its place, which lies outside the
 * range of every feature that can be missing (a test holds that), so that a tree can tell "not measured" from any measured value with one split. Smile's
 * ordinal splits have no branch of their own for missing values.
 *
 * <p>Surrogates. How many turns, words and minutes have gone by is known while a call runs, so it is not look-ahead, but on finished calls it is the call's
 * length, and a scorer may lean on it: long calls of one corpus may be the won ones for reasons that have nothing to do with selling. Percentages of the
 * final length are never a feature.
 */
public final class FeatureCatalogue {

    /** Stands for a missing reading in vectors. */
    public static final double MISSING = -1;

    /** Changes whenever the features or how they are read change; scorers remember it and refuse to read another one's vectors. */
    public static final int VERSION = 2;

    /** Those that grow with every turn whatever is said in it. */
    private static final Set<String> LENGTHS = Set.of("turns", "rep.words", "customer.words", "minutes");

    private static final FeatureCatalogue STANDARD = new FeatureCatalogue(new Builder().build());

    private final List<Feature> features;

    /** Of the features, at hand without detours: a vector is read after every turn. */
    private final List<ToDoubleFunction<TurnState>> readings;

    private FeatureCatalogue(List<Feature> features) {
        this.features = List.copyOf(features);
        this.readings = this.features.stream().map(Feature::reading).toList();
    }

    public static FeatureCatalogue standard() {
        return STANDARD;
    }

    public List<Feature> features() {
        return features;
    }

    public int size() {
        return features.size();
    }

    public String[] ids() {
        return features.stream().map(Feature::id).toArray(String[]::new);
    }

    /** The state's features in order, {@link #MISSING} where there is no reading. */
    public double[] vector(TurnState state) {
        double[] vector = new double[features.size()];
        for (int i = 0; i < vector.length; i++) {
            double reading = readings.get(i).applyAsDouble(state);
            vector[i] = Double.isNaN(reading) ? MISSING : reading;
        }
        return vector;
    }

    /** Whether the feature tells how long the call is rather than how it goes. */
    public static boolean tellsLength(Feature feature) {
        return LENGTHS.contains(feature.id());
    }

    /** Whether the feature had no reading. */
    public boolean missing(int feature, double value) {
        return features.get(feature).min() >= 0 && value == MISSING;
    }

    /** Writes the list down. */
    private static final class Builder {
        private static final double ANY = Double.POSITIVE_INFINITY;
        private final List<Feature> list = new ArrayList<>();

        List<Feature> build() {
            add("turns", "turns", COUNT, ANY, "turns so far, of anybody", true, s -> s.turns());
            add("rep.word_share", "rep's share of words", SHARE, 1, "rep's words over both sides'", true,
                    s -> TurnState.ratio(s.rep().words, s.rep().words + s.customer().words));
            add("rep.turn_share", "rep's share of turns", SHARE, 1, "rep's turns over both sides'", true,
                    s -> TurnState.ratio(s.rep().turns, s.rep().turns + s.customer().turns));
            add("switch_share", "changes of speaker a turn", SHARE, 1, "how often the side changes from turn to turn; a word of listening doesn't count", true,
                    TurnState::switchShare);
            add("customers_heard", "customer speakers", COUNT, ANY, "people on the customer's side who have spoken", true, s -> s.customersHeard());
            add("last.words", "words in the last turn", WORDS, ANY, "length of the last turn", false, s -> s.lastWords());
            add("last.customer", "customer spoke last", SHARE, 1, "1 if the last turn was the customer's", false, TurnState::customerSpokeLast);
            side("rep", "rep", TurnState::rep);
            side("customer", "customer", TurnState::customer);
            topics();
            times();
            return list;
        }

        private void side(String id, String who, Function<TurnState, SideTally> of) {
            add(id + ".words", who + " words", WORDS, ANY, "words of the " + who + " so far", true, s -> of.apply(s).words);
            add(id + ".mean_words", who + " words a turn", PER_TURN, ANY, "mean length of the " + who + "'s turns in words", true,
                    s -> TurnState.meanWords(of.apply(s)));
            add(id + ".recent_words", who + " words a turn lately", PER_TURN, ANY, "the same over the " + who + "'s last three turns", false,
                    s -> TurnState.recentMeanWords(of.apply(s)));
            add(id + ".trend", who + "'s turns lately over before", FACTOR, ANY, "length of the last three turns over that of all; above 1 they grow", false,
                    s -> TurnState.trend(of.apply(s)));
            add(id + ".longest_words", "words in the " + who + "'s longest monologue", WORDS, ANY,
                    "most words of the " + who + " on end; a word of listening doesn't end it", true, s -> of.apply(s).longestRunWords);
            add(id + ".questions", who + " questions", COUNT, ANY,
                    "sentences ending in a question mark, or formed like a question if nothing was punctuated so far; tags and greetings don't count", true,
                    s -> s.questions(of.apply(s)));
            add(id + ".question_rate", who + " questions a turn", PER_TURN, ANY, "questions over the " + who + "'s turns", false,
                    s -> s.questionsATurn(of.apply(s)));
            add(id + ".recent_questions", who + " questions lately", COUNT, ANY, "questions in the " + who + "'s last three turns", false,
                    s -> s.recentQuestions(of.apply(s)));
            add(id + ".open_share", who + "'s share of open questions", SHARE, 1, "questions that begin with what, how, why, tell me …, over all questions",
                    true,
                    s -> s.openShare(of.apply(s)));
            add(id + ".since_question", "turns since a " + who + " question", TURNS, ANY, "turns since the " + who + " last asked", false,
                    s -> s.turnsSinceQuestion(of.apply(s)));
            add(id + ".exclamations", who + " exclamations a turn", PER_TURN, ANY, "exclamation marks over turns", true,
                    s -> TurnState.ratio(of.apply(s).exclamations, of.apply(s).turns));
            add(id + ".numbers", who + " numbers a turn", PER_TURN, ANY, "numbers named over turns", true,
                    s -> TurnState.ratio(of.apply(s).numbers, of.apply(s).turns));
            balance(id + ".sentiment", who + "'s mood", "praise less complaint over both plus one, by lexicon", true, s ->
                    TurnState.sentiment(of.apply(s).topic(Topic.POSITIVE), of.apply(s).topic(Topic.NEGATIVE)));
            balance(id + ".recent_sentiment", who + "'s mood lately", "the same over the last three turns", false, s ->
                    TurnState.sentiment(of.apply(s).recentTopic(Topic.POSITIVE), of.apply(s).recentTopic(Topic.NEGATIVE)));
        }

        private void topics() {
            for (Topic topic : List.of(Topic.PRICE, Topic.COMMITMENT, Topic.HEDGING, Topic.TIMING, Topic.COMPETITOR, Topic.GRATITUDE)) {
                topic("rep", "rep", topic, TurnState::rep);
            }
            for (Topic topic : Topic.values()) {
                topic("customer", "customer", topic, TurnState::customer);
            }
            for (Topic topic : List.of(Topic.PRICE, Topic.OBJECTION, Topic.COMMITMENT, Topic.HEDGING, Topic.AGREEMENT, Topic.GRATITUDE)) {
                String word = word(topic);
                add("customer.recent_" + word, "customer " + word + " words lately", PER_100_WORDS, ANY,
                        word + " lexicon matches per 100 words in the customer's last three turns", false, s -> TurnState.recentRate(s.customer(), topic));
            }
            add("rep.recent_commitment", "rep commitment words lately", PER_100_WORDS, ANY,
                    "commitment lexicon matches per 100 words in the rep's last three turns", false, s -> TurnState.recentRate(s.rep(), Topic.COMMITMENT));
        }

        private void topic(String id, String who, Topic topic, Function<TurnState, SideTally> of) {
            String word = word(topic);
            add(id + '.' + word, who + ' ' + word + " words per 100", PER_100_WORDS, ANY, word + " lexicon matches per 100 words of the " + who, true,
                    s -> TurnState.rate(of.apply(s), topic));
        }

        private static String word(Topic topic) {
            return topic.name().toLowerCase(java.util.Locale.ROOT);
        }

        private void times() {
            timed("minutes", "minutes", MINUTES, ANY, "from the first turn to the last", TimingClass.TURN_START_S, TurnState::elapsedMinutes);
            timed("rep.speech_share", "rep's share of speech", SHARE, 1, "rep's speaking time over both sides', silence left out", TimingClass.TURN_START_S,
                    TurnState::speechShare);
            timed("switch_rate", "changes of speaker a minute", PER_MINUTE, ANY, "changes of side over minutes gone by, from the first minute on",
                    TimingClass.TURN_START_S, TurnState::switchesAMinute);
            timed("rep.longest_s", "rep's longest monologue", SECONDS, ANY, "most seconds of the rep on end", TimingClass.SEGMENT_MS,
                    s -> s.longestRunSeconds(s.rep()));
            timed("customer.longest_s", "customer's longest story", SECONDS, ANY, "most seconds of the customer on end", TimingClass.SEGMENT_MS,
                    s -> s.longestRunSeconds(s.customer()));
            timed("rep.patience_s", "rep's patience", SECONDS, ANY, "mean pause before the rep answers, overlaps as 0; from five pauses on",
                    TimingClass.SEGMENT_MS, TurnState::patienceSeconds);
            timed("customer.patience_s", "customer's pause before answering", SECONDS, ANY, "the same for the customer", TimingClass.SEGMENT_MS,
                    TurnState::answerSeconds);
            timed("rep.interruptions", "rep's share of interrupting answers", SHARE, 1, "answers that begin half a second or more before the customer ends",
                    TimingClass.SEGMENT_MS, TurnState::interruptionShare);
            timed("dead_air", "share of dead air", SHARE, 1, "gaps of more than 3 s over time gone by", TimingClass.SEGMENT_MS, TurnState::deadAirShare);
            timed("rep.pace", "rep's words a minute", PER_MINUTE, ANY, "rep's words over the rep's speaking time", TimingClass.SEGMENT_MS,
                    s -> s.wordsAMinute(s.rep()));
            timed("customer.pace", "customer's words a minute", PER_MINUTE, ANY, "customer's words over the customer's speaking time", TimingClass.SEGMENT_MS,
                    s -> s.wordsAMinute(s.customer()));
        }

        private void add(String id, String name, Feature.Unit unit, double max, String meaning, boolean whole, ToDoubleFunction<TurnState> reading) {
            list.add(new Feature(id, name, unit, 0, max, meaning, TimingClass.NONE, whole, reading));
        }

        /** Never missing: its range covers {@link #MISSING}'s neighbourhood. */
        private void balance(String id, String name, String meaning, boolean whole, ToDoubleFunction<TurnState> reading) {
            list.add(new Feature(id, name, BALANCE, -1, 1, meaning, TimingClass.NONE, whole, reading));
        }

        private void timed(String id, String name, Feature.Unit unit, double max, String meaning, TimingClass timing, ToDoubleFunction<TurnState> reading) {
            list.add(new Feature(id, name, unit, 0, max, meaning, timing, true, reading));
        }
    }
}
