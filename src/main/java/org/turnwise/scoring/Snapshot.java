package org.turnwise.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.task.Progress;

/** What a scorer is trained on, frozen: samples in order of id, and a hash over everything that can change them. Immutable once taken. */
final class Snapshot {

    private final List<Sample> samples;
    private final Vocabulary vocabulary;
    private final String hash;
    private final long seed;

    private Snapshot(List<Sample> samples, Vocabulary vocabulary, String hash, long seed) {
        this.vocabulary = vocabulary;
        this.samples = List.copyOf(samples);
        this.hash = hash;
        this.seed = seed;
    }

    static Snapshot of(List<Example> examples, Embeddings embeddings, long seed, Progress progress) {
        Builder builder = new Builder(embeddings, seed);
        examples.forEach(builder::add);
        return builder.take(progress);
    }

    List<Sample> samples() {
        return samples;
    }

    /** The terms of all samples. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** SHA-256 over ids, outcomes, weights, rewards, words, sides, times, groups and labels; 64 hex digits. */
    String hash() {
        return hash;
    }

    long seed() {
        return seed;
    }

    int converted() {
        return (int) samples.stream().filter(Sample::converted).count();
    }

    /** Collects calls, then reads them in order of id, whatever order they came in: terms are numbered as they are met. */
    static final class Builder {
        /** Calls whose texts are encoded together. */
        private static final int TOGETHER = 256;

        private final Embeddings embeddings;
        private final long seed;
        private final List<Example> examples = new ArrayList<>();

        Builder(Embeddings embeddings, long seed) {
            this.embeddings = embeddings;
            this.seed = seed;
        }

        void add(Example example) {
            examples.add(example);
        }

        /** @throws java.util.concurrent.CancellationException if the progress says so */
        Snapshot take(Progress progress) {
            examples.sort(Comparator.comparing(example -> example.call().id().value()));
            MessageDigest digest = sha256();
            digest.update(("features " + FeatureCatalogue.VERSION + '\n').getBytes(StandardCharsets.UTF_8));
            Vocabulary vocabulary = Vocabulary.growing();
            List<Sample> samples = new ArrayList<>(examples.size());
            for (int from = 0; from < examples.size(); from += TOGETHER) {
                List<Example> batch = examples.subList(from, Math.min(from + TOGETHER, examples.size()));
                progress.report(from / (double) examples.size(), "Reading what was said");
                Map<String, Embedding> meanings = meanings(batch, progress);
                for (Example example : batch) {
                    digest.update(print(example).getBytes(StandardCharsets.UTF_8));
                    samples.add(Sample.of(example, seed, vocabulary, meanings));
                }
            }
            return new Snapshot(samples, vocabulary, HexFormat.of().formatHex(digest.digest()), seed);
        }

        private Map<String, Embedding> meanings(List<Example> batch, Progress progress) {
            List<String> texts = batch.stream().flatMap(example -> example.call().turns().stream()).map(Turn::text).toList();
            return embeddings.of(texts, progress.quiet());
        }

        private static String print(Example example) {
            Call call = example.call();
            StringBuilder print = new StringBuilder();
            print.append(call.id()).append('\t').append(example.converted()).append('\t').append(example.weight()).append('\t').append(example.reward());
            print.append('\t').append(call.group()).append('\t').append(call.timing()).append('\t').append(ContentHash.of(call.turns()));
            Map<String, Integer> places = new HashMap<>();
            for (Participant participant : call.participants()) {
                places.put(participant.key(), places.size());
                print.append('\t').append(participant.side());
            }
            call.turns().forEach(turn -> print.append('\t').append(places.get(turn.speaker())).append(' ').append(turn.startMs()).append(' ').append(turn.endMs()));
            return print.append('\t').append(example.labels()).append('\n').toString();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform must offer SHA-256", e);
            }
        }
    }
}
