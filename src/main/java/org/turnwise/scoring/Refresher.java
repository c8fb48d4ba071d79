package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.CannotRefresh.Why;
import org.turnwise.scoring.MemberCache.SpokenOf;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members;
import org.turnwise.task.Progress;

/**
 * Makes ready what heads learn from when members stay as they are: outcomes, rewards and judgements of today, and what members say that saw nothing of a
 * call's customer. Of calls that the full training read, that was kept. A call that came in since, or reads otherwise since (its sides were settled anew), is
 * spoken of by the members of that training: a customer's that is known by those without the customer's fold, and a new customer is given a fold by lot. One
 * use, one thread.
 */
final class Refresher {

    /**
     * Of the calls that the full training read, how many may be new, read otherwise or have another outcome before refreshing is refused. Members learned
     * from the calls and outcomes of then: with half as many again unknown to them, or half of them taught wrongly, a third and more of what a full training
     * would teach them is missing, which heads that weigh and calibrate can't make up for.
     */
    static final double MOST_NEWS = .5;

    /** Calls whose texts are encoded together. */
    private static final int TOGETHER = 256;

    /**
     * @param hash over what is learned from, as {@link Snapshot#hash}
     */
    record Ready(List<Sample> samples, MemberScores scores, String hash) {}

    private final CachedMembers members;
    private final MemberCache cache;
    private final Embeddings embeddings;
    private final Map<String, SpokenOf> known = new HashMap<>();
    private final Map<String, SpokenOf> spoken = new HashMap<>();
    private final Map<Integer, Listener> listeners = new HashMap<>();

    Refresher(CachedMembers members, Embeddings embeddings) {
        this.members = members;
        this.cache = members.calls();
        this.embeddings = embeddings;
        for (SpokenOf call : cache.calls()) {
            known.put(call.id(), call);
        }
    }

    /**
     * @param unordered all that is to be learned from
     * @throws Training.TooFewOutcomes if a class has fewer calls than {@link Training#FEWEST_A_CLASS}
     * @throws CannotRefresh           if members may not speak of some call, or should not be relied on any more
     */
    Ready ready(List<Example> unordered, Progress progress) {
        List<Example> examples = unordered.stream().sorted(Comparator.comparing(example -> example.call().id().value())).toList();
        String[] prints = examples.parallelStream().map(example -> DataHash.print(example.call())).toArray(String[]::new);
        Map<String, Integer> foldOf = folds(examples);
        Sample[] samples = new Sample[examples.size()];
        Said[][] said = new Said[samples.length][];
        int[] split = new int[samples.length];
        List<Integer> unspoken = new ArrayList<>();
        DataHash hash = new DataHash();
        int changed = 0;
        for (int i = 0; i < samples.length; i++) {
            Example example = examples.get(i);
            hash.add(example, prints[i]);
            split[i] = foldOf.getOrDefault(example.call().group(), 0);
            SpokenOf before = known.get(example.call().id().value());
            if (before == null || !before.print().equals(prints[i])) {
                unspoken.add(i);
            } else {
                samples[i] = Sample.of(example, before.prefixes(), before.lengths(), before.whole());
                said[i] = before.said();
                spoken.put(before.id(), before);
                changed += before.converted() == example.converted() ? 0 : 1;
            }
        }
        checkNews(unspoken.size(), changed);
        for (int from = 0; from < unspoken.size(); from += TOGETHER) {
            progress.report(from / (double) unspoken.size(), "Reading calls that are new");
            speak(unspoken.subList(from, Math.min(from + TOGETHER, unspoken.size())), examples, split, samples, said, progress.quiet());
        }
        List<Sample> all = List.of(samples);
        Trainer.checkClasses(all);
        if (!Folds.bothClassesOutside(all, split, cache.folds())) {
            throw new CannotRefresh(Why.ONE_SIDED, "without the calls of some of the customers that were held out together, all calls ended alike");
        }
        return new Ready(all, new MemberScores(split, said), hash.hex());
    }

    /** By customer. A new one's depends on its name only, so that it stays where it is whatever else comes in. */
    private Map<String, Integer> folds(List<Example> examples) {
        Map<String, Set<Integer>> seenIn = new HashMap<>();
        for (SpokenOf call : cache.calls()) {
            seenIn.computeIfAbsent(call.group(), group -> new HashSet<>()).add(call.fold());
        }
        for (Example example : examples) {
            Set<Integer> folds = seenIn.computeIfAbsent(example.call().group(), group -> new HashSet<>());
            SpokenOf before = known.get(example.call().id().value());
            if (before != null) {
                folds.add(before.fold());
            }
        }
        Map<String, Integer> foldOf = new HashMap<>();
        seenIn.forEach((group, folds) -> {
            if (folds.size() > 1) {
                throw new CannotRefresh(Why.CUSTOMERS_MOVED, "calls of \"" + group + "\" belonged to several customers in the last full training, and members"
                        + " that learned from one of them can't be asked about the other");
            }
            foldOf.put(group, folds.isEmpty() ? Sample.random(cache.seed() + 2, group).nextInt(cache.folds()) : folds.iterator().next());
        });
        return foldOf;
    }

    private void checkNews(int unspoken, int changed) {
        if (unspoken + changed > MOST_NEWS * cache.calls().length) {
            throw new CannotRefresh(Why.TOO_MUCH_NEW,
                    "the last full training read " + cache.calls().length + " calls; since then " + unspoken + " came in or changed, and "
                    + changed + " have another outcome, which is more than half");
        }
    }

    private void speak(List<Integer> batch, List<Example> examples, int[] split, Sample[] samples, Said[][] said, Progress progress) {
        progress.checkCancelled();
        List<String> texts = batch.stream().flatMap(i -> examples.get(i).call().turns().stream()).map(Turn::text).toList();
        Map<String, Embedding> meanings = embeddings.of(texts, progress);
        Map<Integer, List<Members>> speaking = new HashMap<>();
        for (int i : batch) {
            listeners.computeIfAbsent(split[i], members::listener);
            speaking.computeIfAbsent(split[i], members::speakingOf);
        }
        batch.parallelStream().forEach(i -> {
            ReadCall call = ReadCall.of(examples.get(i), cache.seed(), members.vocabulary(), meanings);
            HeardCall heard = call.recognised(Objects.requireNonNull(listeners.get(split[i])).recogniser());
            samples[i] = call.sample();
            said[i] = Objects.requireNonNull(speaking.get(split[i])).stream().map(each -> Said.of(each, heard)).toArray(Said[]::new);
        });
    }

    /** What was said after each turn of a call that was made {@link #ready}, by members that saw nothing of its fold. Any thread, once that was done. */
    Followed follow(Call call, int fold) {
        SpokenOf before = spoken.get(call.id().value());
        return before != null ? before.followed() : Objects.requireNonNull(listeners.get(fold)).follow(call, embeddings);
    }
}
