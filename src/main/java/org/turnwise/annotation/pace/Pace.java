package org.turnwise.annotation.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Journal;

/**
 * The work of one annotator today and in their latest session, read off the journal once and carried along edit by edit in constant time. One thread at
 * a time.
 */
public final class Pace {

    /** The longest gap between two edits that counts as work. */
    public static final Duration IDLE = Duration.ofMinutes(5);

    /** A longer gap between two edits ends a session. */
    public static final Duration BREAK = Duration.ofMinutes(30);

    private static final int FIRST_LOOK = 512;

    private final String annotator;
    private final ZoneId zone;
    private long upTo;
    private @Nullable Instant last;
    private @Nullable Stretch session;
    private @Nullable Stretch day;

    /** @param zone whose midnight ends a day */
    public Pace(String annotator, ZoneId zone) {
        this.annotator = annotator;
        this.zone = zone;
    }

    /**
     * What the journal knows of this workspace's edits by the annotator: all since midnight, and all of the latest session, however long ago.
     *
     * @param now says which day it is
     */
    public static Pace read(Journal journal, String annotator, ZoneId zone, Instant now) {
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        int most = FIRST_LOOK;
        List<Edit> edits = journal.lastEdits(annotator, most);
        while (edits.size() == most && !reachesBack(edits, midnight)) {
            most *= 4;
            edits = journal.lastEdits(annotator, most);
        }
        Pace pace = new Pace(annotator, zone);
        edits.forEach(pace::follow);
        return pace;
    }

    private static boolean reachesBack(List<Edit> edits, Instant midnight) {
        if (!edits.getFirst().at().isBefore(midnight)) {
            return false;
        }
        for (int i = 1; i < edits.size(); i++) {
            if (gap(edits.get(i - 1).at(), edits.get(i).at()).compareTo(BREAK) > 0) {
                return true;
            }
        }
        return false;
    }

    /** @param edit one that the annotator made; nothing happens if it or a later one was followed already */
    public void follow(Edit edit) {
        if (edit.seq() <= upTo) {
            return;
        }
        upTo = edit.seq();
        Instant at = edit.at();
        Duration gap = last == null ? null : gap(last, at);
        Stretch inSession = session;
        if (inSession == null || gap == null || gap.compareTo(BREAK) > 0) {
            inSession = new Stretch(annotator, edit);
            session = inSession;
        }
        Stretch inDay = day;
        if (inDay == null || last == null || !last.atZone(zone).toLocalDate().equals(at.atZone(zone).toLocalDate())) {
            inDay = new Stretch(annotator, edit);
            day = inDay;
        }
        Duration worked = gap == null || gap.compareTo(IDLE) > 0 ? null : gap;
        inSession.follow(edit, worked);
        inDay.follow(edit, worked);
        last = at;
    }

    /** A clock that was set back makes no negative time. */
    private static Duration gap(Instant before, Instant after) {
        return after.isBefore(before) ? Duration.ZERO : Duration.between(before, after);
    }

    /** Up to the last edit that was followed; empty before the first. It may be over: see {@link #isOver}. */
    public Optional<Work> session() {
        return Optional.ofNullable(session).map(Stretch::work);
    }

    /** Whether the next edit would begin a new session. */
    public boolean isOver(Instant now) {
        return last == null || gap(last, now).compareTo(BREAK) > 0;
    }

    /** Since midnight; empty if nothing was done since. */
    public Optional<Work> today(Instant now) {
        return last != null && last.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? Optional.ofNullable(day).map(Stretch::work)
                : Optional.empty();
    }

    /**
     * Labels that the session put on and that stand, in bars of equal width from its first edit on.
     *
     * @param most how many bars at most; a width is chosen among round numbers of minutes
     */
    public List<Bar> course(int most) {
        return session == null ? List.of() : session.course(most);
    }

    /**
     * @param from   where the bar begins; the next begins {@code width} later
     * @param labels put on in it, that still stand
     */
    public record Bar(Instant from, Duration width, int labels) {}
}
