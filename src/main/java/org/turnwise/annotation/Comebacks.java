package org.turnwise.annotation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.turnwise.call.CallId;
import org.turnwise.settings.Settings;

/**
 * Lets a share of the calls that somebody submitted come back to them, by lot, once they have had time to forget what they said. Any thread; durable when a
 * method returns.
 *
 * <p>The lot is a hash of reader and call: it is the same on every laptop, and doesn't hang on what was said. A call comes back at most once. The edit that
 * brings it back is made under the name of reading again, so that it doesn't stand among what the reader can undo.
 */
public final class Comebacks {

    /** The share unless a person chose another. */
    public static final double USUAL_SHARE = .05;

    /** Two weeks are the usual least distance where a person's readings are compared (Streiner and Norman, Health Measurement Scales). */
    public static final Duration AFTER = Duration.ofDays(14);

    /** So many at most wait for one reader: it is meant to go unnoticed among other work. */
    static final int MOST_WAITING = 5;

    private static final String SHARE = "comeback.share";

    private final Journal journal;
    private final Settings settings;
    private final Clock clock;

    public Comebacks(Journal journal, Settings settings, Clock clock) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of the calls a person submits, those that come back, in [0, 1]. */
    public double share() {
        return settings.get(SHARE).map(Double::valueOf).orElse(USUAL_SHARE);
    }

    /** @param share in [0, 1]; with 0 no further call comes back */
    public void choose(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
        settings.put(SHARE, String.valueOf(share));
    }

    /**
     * Brings back what is due.
     *
     * @param isThere whether the call can be read here and now
     * @return the calls that came back, in order of id
     */
    public List<CallId> draw(String reader, Predicate<CallId> isThere) {
        String again = Rereading.by(reader);
        double share = share();
        Instant latest = clock.instant().minus(AFTER);
        Set<CallId> due = journal.carrying(Statuses.SUBMITTED, Integer.MAX_VALUE).stream()
                .filter(a -> a.annotator().equals(reader) && !a.at().isAfter(latest))
                .map(a -> a.target().call())
                .filter(call -> lot(reader, call) < share)
                .collect(Collectors.toCollection(HashSet::new));
        if (due.isEmpty()) {
            return List.of();
        }
        Set<CallId> back = journal.carrying(Statuses.AGAIN, Integer.MAX_VALUE).stream()
                .filter(a -> a.annotator().equals(again))
                .map(a -> a.target().call())
                .collect(Collectors.toSet());
        Map<CallId, List<Annotation>> standing = journal.current(back);
        long waiting = back.stream().filter(call -> Rereading.isOpen(standing.getOrDefault(call, List.of()), reader)).count();
        due.removeAll(back);
        Map<CallId, List<Annotation>> onDue = journal.current(due);
        List<CallId> drawn = due.stream()
                .filter(call -> onDue.getOrDefault(call, List.of()).stream().noneMatch(a -> a.annotator().equals(again)))
                .sorted()
                .filter(isThere)
                .limit(Math.max(0, MOST_WAITING - waiting))
                .toList();
        if (!drawn.isEmpty()) {
            journal.append(comeBack(drawn, again), edit -> {});
        }
        return drawn;
    }

    private Edit comeBack(List<CallId> calls, String again) {
        Instant now = clock.instant();
        List<Annotation> marks = calls.stream()
                .map(call -> new Annotation(UUID.randomUUID(), new Target.OfCall(call), LabelKind.STATUS, Statuses.AGAIN, null, again, now, ""))
                .toList();
        String what = (calls.size() == 1 ? "A call" : calls.size() + " calls") + " came back by lot, to be read again";
        return new Edit(0, Edit.Cause.DONE, null, what, List.of(), marks, again, now);
    }

    /** Uniform in [0, 1). */
    static double lot(String reader, CallId call) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
        digest.update(reader.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return (ByteBuffer.wrap(digest.digest(call.value().getBytes(StandardCharsets.UTF_8))).getLong() >>> 11) * 0x1.0p-53;
    }
}
