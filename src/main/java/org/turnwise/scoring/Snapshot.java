package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.task.Progress;

/** What a scorer is trained on, frozen: samples in order of id, and a hash over everything that can change them. Immutable once taken. */
final class Snapshot {

    private final List<ReadCall> calls;
    private final List<Sample> samples;
    private final Vocabulary vocabulary;
    private final String hash;
    private final long seed;

    private Snapshot(List<ReadCall> calls, Vocabulary vocabulary, String hash, long seed) {
        this.vocabulary = vocabulary;
        this.calls = List.copyOf(calls);
        this.samples = calls.stream().map(ReadCall::sample).toList();
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

    /** In the order of the samples. */
    List<ReadCall> calls() {
        return calls;
    }

    /** The terms that members can learn from; it takes in no others. */
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
            DataHash hash = new DataHash();
            Vocabulary vocabulary = Vocabulary.growing();
            List<ReadCall> read = new ArrayList<>(examples.size());
            for (int from = 0; from < examples.size(); from += TOGETHER) {
                List<Example> batch = examples.subList(from, Math.min(from + TOGETHER, examples.size()));
                progress.report(from / (double) examples.size(), "Reading what was said");
                Map<String, Embedding> meanings = meanings(batch, progress);
                for (Example example : batch) {
                    ReadCall call = ReadCall.of(example, seed, vocabulary, meanings);
                    hash.add(example, call.print());
                    read.add(call);
                }
            }
            Vocabulary.Fewer common = vocabulary.common(read.stream().map(ReadCall::heard).toList());
            read.replaceAll(call -> call.renumbered(common.numbers()));
            return new Snapshot(read, common.vocabulary(), hash.hex(), seed);
        }

        private Map<String, Embedding> meanings(List<Example> batch, Progress progress) {
            List<String> texts = batch.stream().flatMap(example -> example.call().turns().stream()).map(Turn::text).toList();
            return embeddings.of(texts, progress.quiet());
        }
    }
}
