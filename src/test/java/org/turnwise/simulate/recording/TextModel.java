package org.turnwise.simulate.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.turnwise.scoring.Measures;
import org.turnwise.simulate.plot.Closing;

/** TF-IDF over words and pairs of words with logistic regression: what a simple reader makes of calls. */
final class TextModel {

    private TextModel() {}

    /** The AUC on the last third of these texts of a model fitted on the others. */
    static double auc(List<String> texts, boolean[] converted) {
        Map<String, Integer> documents = new HashMap<>();
        List<List<String>> terms = texts.stream().map(TextModel::terms).toList();
        terms.forEach(of -> new HashSet<>(of).forEach(term -> documents.merge(term, 1, Integer::sum)));
        Map<String, Integer> vocabulary = new HashMap<>();
        documents.forEach((term, count) -> {
            if (count >= 5) {
                vocabulary.put(term, vocabulary.size());
            }
        });
        List<int[]> ids = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (List<String> of : terms) {
            Map<String, Integer> counts = new HashMap<>();
            of.stream().filter(vocabulary::containsKey).forEach(term -> counts.merge(term, 1, Integer::sum));
            int[] id = counts.keySet().stream().sorted().mapToInt(vocabulary::get).toArray();
            double[] value = counts.keySet().stream().sorted()
                    .mapToDouble(term -> (1 + Math.log(counts.get(term))) * Math.log(1.0 * texts.size() / documents.get(term))).toArray();
            double norm = 0;
            for (double v : value) {
                norm += v * v;
            }
            for (int i = 0; i < value.length; i++) {
                value[i] /= Math.sqrt(norm);
            }
            ids.add(id);
            values.add(value);
        }
        double[] weights = new double[vocabulary.size()];
        double bias = 0;
        int train = texts.size() * 2 / 3;
        Random random = new Random(1);
        for (int epoch = 0; epoch < 12; epoch++) {
            double rate = 1.0 / (1 + 0.5 * epoch);
            for (int n = 0; n < train; n++) {
                int at = random.nextInt(train);
                double error = (converted[at] ? 1 : 0) - Closing.sigmoid(bias + dot(weights, ids.get(at), values.get(at)));
                bias += 0.1 * rate * error;
                for (int i = 0; i < ids.get(at).length; i++) {
                    int id = ids.get(at)[i];
                    weights[id] += rate * (error * values.get(at)[i] - 2e-4 * weights[id]);
                }
            }
        }
        double[] scores = new double[texts.size() - train];
        boolean[] truth = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = dot(weights, ids.get(train + i), values.get(train + i));
            truth[i] = converted[train + i];
        }
        return Measures.auc(scores, truth);
    }

    static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9' ]", " ").strip().split("\\s+"));
    }

    private static List<String> terms(String text) {
        List<String> words = words(text);
        List<String> terms = new ArrayList<>(words);
        for (int i = 0; i + 1 < words.size(); i++) {
            terms.add(words.get(i) + ' ' + words.get(i + 1));
        }
        return terms;
    }

    private static double dot(double[] weights, int[] ids, double[] values) {
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            sum += weights[ids[i]] * values[i];
        }
        return sum;
    }
}
