package org.turnwise.scoring.member;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;

/** What members read in the turns of a call so far, and how much of what each says is owed to it: by member, the shares sum to its log odds. One thread. */
public final class MemberEvidence {

    private final Members members;
    private final Vocabulary vocabulary;
    private final List<HeardTurn> turns;
    private final double[] readings;
    private final double[] recognised;
    private final int numbersALabel;
    private final Document document;
    private final Map<Integer, int[]> sayers = new HashMap<>();

    /**
     * @param vocabulary by which the turns were read
     * @param readings   of the call's state after these turns
     * @param recognised of these turns
     * @param numbersALabel how many of these numbers each label has
     */
    public MemberEvidence(Members members, Vocabulary vocabulary, List<HeardTurn> turns, double[] readings, double[] recognised, int numbersALabel) {
        this.members = members;
        this.vocabulary = vocabulary;
        this.turns = turns;
        this.readings = readings;
        this.recognised = recognised;
        this.numbersALabel = numbersALabel;
        document = Document.of(turns, turns.size(), List.of(Block.values()));
        for (HeardTurn turn : turns) {
            for (int term : turn.terms(TermKind.WORDS)) {
                sayers.computeIfAbsent(term, each -> new int[Side.values().length])[turn.side().ordinal()]++;
            }
        }
    }

    /** What a member of the running call read. */
    public Map<Evidence, Double> of(OfRunning member) {
        return switch (member) {
            case WORDS_OF_PREFIXES -> terms(members.wordsOfPrefixes());
            case WORDS -> terms(members.terms()[OfFinished.WORDS.ordinal()]);
            case MEANING_OF_PREFIXES -> meanings(members.meaningOfPrefixes());
            case MEANING -> meanings(members.meaning());
            case READINGS -> readings(members.readingsOfPrefixes());
            case ACTS -> acts(members.actsOfPrefixes());
        };
    }

    /** What a member of the finished call read. */
    public Map<Evidence, Double> of(OfFinished member) {
        return switch (member) {
            case WORDS, TELLING_WORDS, CUSTOMER_WORDS, SPELLING, CUSTOMER_SPELLING -> terms(members.terms()[member.ordinal()]);
            case MEANING -> meanings(members.meaning());
            case READINGS -> readings(members.readings());
            case ACTS -> acts(members.acts());
        };
    }

    /** Every phrase that members know, with the turn of each time it was said, in order. */
    public Map<Evidence.Phrase, List<Integer>> said() {
        Map<Evidence.Phrase, List<Integer>> said = new LinkedHashMap<>();
        for (int turn = 0; turn < turns.size(); turn++) {
            HeardTurn heard = turns.get(turn);
            Map<Evidence.Phrase, Integer> here = new LinkedHashMap<>();
            for (TermKind kind : List.of(TermKind.WORDS, TermKind.REP_WORDS, TermKind.CUSTOMER_WORDS)) {
                Map<Evidence.Phrase, Integer> ofKind = new LinkedHashMap<>();
                for (int term : heard.terms(kind)) {
                    ofKind.merge(new Evidence.Phrase(vocabulary.term(kind, term), heard.side()), 1, Integer::sum);
                }
                ofKind.forEach((phrase, count) -> here.merge(phrase, count, Math::max));
            }
            for (Map.Entry<Evidence.Phrase, Integer> entry : here.entrySet()) {
                List<Integer> times = said.computeIfAbsent(entry.getKey(), each -> new ArrayList<>());
                for (int i = 0; i < entry.getValue(); i++) {
                    times.add(turn);
                }
            }
        }
        return said;
    }

    private Map<Evidence, Double> terms(TermModel model) {
        Map<Evidence, Double> sum = level(model.intercept());
        for (int b = 0; b < model.blocks().length; b++) {
            TermKind kind = model.blocks()[b].kind();
            int[] terms = document.bag(model.blocks()[b]).terms();
            double[] shares = model.shares(b, document);
            for (int i = 0; i < terms.length; i++) {
                if (shares[i] != 0) {
                    add(sum, kind, terms[i], shares[i]);
                }
            }
        }
        return sum;
    }

    private void add(Map<Evidence, Double> sum, TermKind kind, int term, double share) {
        switch (kind) {
            case WORDS -> {
                int[] times = sayers.getOrDefault(term, new int[Side.values().length]);
                double all = Arrays.stream(times).sum();
                for (Side side : Side.values()) {
                    if (times[side.ordinal()] > 0) {
                        sum.merge(new Evidence.Phrase(vocabulary.term(kind, term), side), share * times[side.ordinal()] / all, Double::sum);
                    }
                }
            }
            case REP_WORDS -> sum.merge(new Evidence.Phrase(vocabulary.term(kind, term), Side.REP), share, Double::sum);
            case CUSTOMER_WORDS -> sum.merge(new Evidence.Phrase(vocabulary.term(kind, term), Side.CUSTOMER), share, Double::sum);
            case REP_SPELLING -> sum.merge(new Evidence.Spelling(Side.REP), share, Double::sum);
            case CUSTOMER_SPELLING -> sum.merge(new Evidence.Spelling(Side.CUSTOMER), share, Double::sum);
        }
    }

    private Map<Evidence, Double> meanings(MeaningModel model) {
        Map<Evidence, Double> sum = level(model.intercept());
        MeaningModel.Running directions = new MeaningModel.Running();
        turns.forEach(directions::add);
        double[] lengths = directions.lengths();
        for (int turn = 0; turn < turns.size(); turn++) {
            HeardTurn heard = turns.get(turn);
            double length = heard.side() == Side.OTHER ? 0 : lengths[heard.side() == Side.REP ? 0 : 1];
            if (length > 0) {
                sum.put(new Evidence.Meaning(turn), dot(heard.meaning(), heard.side() == Side.REP ? model.rep() : model.customer()) / length);
            }
        }
        return sum;
    }

    private static double dot(Embedding meaning, double[] weights) {
        float[] values = meaning.values();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }

    private Map<Evidence, Double> readings(ReadingsModel model) {
        Map<Evidence, Double> sum = level(model.intercept());
        double[] shares = model.shares(readings);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                sum.put(new Evidence.Reading(i), shares[i]);
            }
        }
        return sum;
    }

    private Map<Evidence, Double> acts(ReadingsModel model) {
        Map<Evidence, Double> sum = level(model.intercept());
        double[] shares = model.shares(recognised);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                sum.merge(new Evidence.Act(i / numbersALabel), shares[i], Double::sum);
            }
        }
        return sum;
    }

    private static Map<Evidence, Double> level(double intercept) {
        Map<Evidence, Double> sum = new LinkedHashMap<>();
        sum.put(new Evidence.Level(), intercept);
        return sum;
    }
}
