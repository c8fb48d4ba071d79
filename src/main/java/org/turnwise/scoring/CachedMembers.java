package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.turnwise.scoring.MemberCache.Alone;
import org.turnwise.scoring.MemberCache.Part;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.RunningActs;

/**
 * The parts of a {@link MemberCache} as {@link MemberCaches} keeps them: first what was said of the calls, then the members, by the two folds that they were
 * trained without. Members are read when they are asked for, as they are many times larger and only new calls need them. One thread.
 */
final class CachedMembers {

    private static final Set<String> CLASSES = new HashSet<>(Set.of(
            "org.turnwise.scoring.MemberCache",
            "org.turnwise.scoring.MemberCache$Alone",
            "org.turnwise.scoring.MemberCache$Part",
            "org.turnwise.scoring.MemberCache$SpokenOf",
            "org.turnwise.scoring.Followed",
            "org.turnwise.scoring.Said",
            "org.turnwise.scoring.member.PlainMembers"));

    static {
        CLASSES.addAll(ScorerFile.CLASSES);
    }

    private static final StoredObjects OBJECTS = new StoredObjects("TWMEMBERS1\n", "the cache of members", Set.copyOf(CLASSES), 20_000_000, 2L << 30);

    private final MemberCaches caches;
    private final MemberCache calls;
    private final Vocabulary vocabulary;
    private final Trainer.Base base;
    private final Map<Integer, Part> read = new HashMap<>();

    private CachedMembers(MemberCaches caches, MemberCache calls, Trainer.Base base) {
        this.caches = caches;
        this.calls = calls;
        this.base = base;
        this.vocabulary = base.vocabulary().open();
    }

    /**
     * @param base of the full training's scorer
     * @throws CannotRefresh if it can't be read
     */
    static CachedMembers read(MemberCaches caches, Trainer.Base base) {
        try {
            MemberCache calls = OBJECTS.read(caches.part(0), MemberCache.class);
            if (!calls.fits()) {
                throw new StoredObjects.Damaged("what members said is incomplete");
            }
            return new CachedMembers(caches, calls, base);
        } catch (StoredObjects.Damaged | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static CannotRefresh damaged(RuntimeException e) {
        return new CannotRefresh("what the last full training kept of its members can't be read (" + e.getMessage() + ")", e);
    }

    /** As {@link MemberCaches} keeps them. */
    static List<byte[]> parts(MemberCache calls, MemberSets members, List<Listener> listeners) {
        int folds = calls.folds();
        return IntStream.range(0, 1 + folds * folds).parallel()
                .mapToObj(number -> number == 0 ? OBJECTS.write(calls) : part((number - 1) / folds, (number - 1) % folds, members, listeners))
                .toList();
    }

    private static byte[] part(int lower, int higher, MemberSets members, List<Listener> listeners) {
        if (lower > higher) {
            return new byte[0];
        }
        Listener listener = listeners.get(lower);
        return OBJECTS.write(new Part(
                members.without()[lower][higher], lower == higher ? new Alone(listener.recogniser(), listener.plain()) : null));
    }

    MemberCache calls() {
        return calls;
    }

    /** Terms that the members know. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    Listener listener(int fold) {
        Alone alone = Objects.requireNonNull(part(fold, fold).alone());
        return new Listener(vocabulary, alone.recogniser(), part(fold, fold).members(), alone.plain());
    }

    /** Those that speak of calls of one fold, by the other fold that they were trained without. */
    List<Members> speakingOf(int fold) {
        List<Members> members = new ArrayList<>();
        for (int other = 0; other < calls.folds(); other++) {
            members.add(part(Math.min(fold, other), Math.max(fold, other)).members());
        }
        return members;
    }

    private Part part(int lower, int higher) {
        return read.computeIfAbsent(1 + lower * calls.folds() + higher, number -> {
            try {
                return checked(OBJECTS.read(caches.part(number), Part.class), lower == higher);
            } catch (StoredObjects.Damaged | IllegalArgumentException | NullPointerException e) {
                throw damaged(e);
            }
        });
    }

    private Part checked(Part part, boolean single) {
        Alone alone = part.alone();
        boolean aloneFits = alone == null
                ? !single
                : alone.recogniser() != null && alone.plain() != null && alone.plain().fits(base.vocabulary());
        boolean sameActs = alone == null || Arrays.equals(alone.recogniser().known(), base.recogniser().known());
        if (part.members() == null || !aloneFits || !sameActs
                || !part.members().fits(base.vocabulary(), FeatureCatalogue.standard().size(), RunningActs.EACH * base.recogniser().known().length)) {
            throw new StoredObjects.Damaged("some members are incomplete");
        }
        return part;
    }
}
