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

/** What a scorer is trained on, frozen: samples in order of id, and a hash over everything that can change them. Immutable once taken. */
final class Snapshot {

    private final List<Sample> samples;
    private final String hash;
    private final long seed;

    private Snapshot(List<Sample> samples, String hash, long seed) {
        this.samples = List.copyOf(samples);
        this.hash = hash;
        this.seed = seed;
    }

    static Snapshot of(List<Example> examples, long seed) {
        Builder builder = new Builder(seed);
        examples.forEach(builder::add);
        return builder.take();
    }

    List<Sample> samples() {
        return samples;
    }

    /** SHA-256 over ids, outcomes, weights, rewards, words, sides, times and groups; 64 hex digits. */
    String hash() {
        return hash;
    }

    long seed() {
        return seed;
    }

    int converted() {
        return (int) samples.stream().filter(Sample::converted).count();
    }

    /** Takes calls one after another, so that no more than one need be in memory. */
    static final class Builder {
        private final long seed;
        private final List<Sample> samples = new ArrayList<>();
        private final Map<String, String> prints = new HashMap<>();

        Builder(long seed) {
            this.seed = seed;
        }

        void add(Example example) {
            samples.add(Sample.of(example, seed));
            prints.put(example.call().id().value(), print(example));
        }

        Snapshot take() {
            List<Sample> ordered = samples.stream().sorted(Comparator.comparing(Sample::id)).toList();
            MessageDigest digest = sha256();
            digest.update(("features " + FeatureCatalogue.VERSION + '\n').getBytes(StandardCharsets.UTF_8));
            for (Sample sample : ordered) {
                digest.update(String.valueOf(prints.get(sample.id())).getBytes(StandardCharsets.UTF_8));
            }
            return new Snapshot(ordered, HexFormat.of().formatHex(digest.digest()), seed);
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
            return print.append('\n').toString();
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
