package org.turnwise.scoring;

import org.turnwise.language.Topic;
import org.turnwise.language.Utterance;

/** What one side has said so far: totals, and its last three turns. Mutable; one thread. */
final class SideTally {

    static final int RECENT = 3;

    int turns;
    int words;
    int openQuestions;
    int exclamations;
    int numbers;
    int longestRunWords;
    double speechMs;
    double longestRunMs;
    double measuredWords;
    int lastQuestionTurn = -1;
    private int markedQuestions;
    private int formedQuestions;
    private final int[] topics = new int[Topic.count()];
    private final int[] recentWords = new int[RECENT];
    private final int[] recentMarked = new int[RECENT];
    private final int[] recentFormed = new int[RECENT];
    private final int[][] recentTopics = new int[RECENT][Topic.count()];

    void add(Utterance said) {
        int slot = turns % RECENT;
        turns++;
        words += said.words();
        openQuestions += said.openQuestions();
        exclamations += said.exclamations();
        numbers += said.numbers();
        markedQuestions += said.markedQuestions();
        formedQuestions += said.formedQuestions();
        recentWords[slot] = said.words();
        recentMarked[slot] = said.markedQuestions();
        recentFormed[slot] = said.formedQuestions();
        int[] counts = said.topics();
        for (int i = 0; i < topics.length; i++) {
            topics[i] += counts[i];
            recentTopics[slot][i] = counts[i];
        }
    }

    int questions(boolean punctuated) {
        return punctuated ? markedQuestions : formedQuestions;
    }

    int recentQuestions(boolean punctuated) {
        return sum(punctuated ? recentMarked : recentFormed);
    }

    int topic(Topic topic) {
        return topics[topic.ordinal()];
    }

    int recentTopic(Topic topic) {
        int sum = 0;
        for (int[] turn : recentTopics) {
            sum += turn[topic.ordinal()];
        }
        return sum;
    }

    int recentWords() {
        return sum(recentWords);
    }

    int recentTurns() {
        return Math.min(turns, RECENT);
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }
}
