package org.turnwise.call;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The calls of a workspace. Any thread; what a method saved is on disk when it returns. */
public interface CallRepository {

    /** What became of each call handed to {@link #add}. */
    enum Added {
        /** New, and stored. */
        STORED,
        /** A call with the same content is already here, and stays as it was. */
        DUPLICATE,
        /** A different call already has this id; nothing was stored. */
        ID_TAKEN
    }

    /**
     * Stores a call that is not yet here. All of it or none; the sides in it become its first assignments. If it is stored, {@code alongside}
     * runs within the same write, so that what came with the call (an outcome, labels) is stored with it or not at all.
     */
    Added add(Call call, Runnable alongside);

    /**
     * Makes everything that is saved while this runs, on this thread, one write: on disk when this returns, or none of it if anything in it
     * fails. For many small writes, each of which would wait for the disk. Other writers wait meanwhile, so keep it short.
     */
    void atOnce(Runnable writes);

    /** The call with this content, if one is here. */
    Optional<CallId> withContent(String contentHash);

    /** With the latest sides laid over it. */
    Optional<Call> find(CallId id);

    /** Newest import first, then by id. */
    List<CallSummary> summaries();

    /**
     * How far somebody has followed the list of calls.
     *
     * @param call       number of the last call that was seen
     * @param assignment number of the last assignment of sides that was seen
     */
    record Mark(long call, long assignment) {
        public static final Mark START = new Mark(0, 0);
    }

    /** @param calls that came in or whose sides were settled since a mark, in no order; all there are since {@link Mark#START} */
    record Since(Mark now, List<CallSummary> calls) {}

    /** What is new in the list of calls; costs next to nothing while nothing is. */
    Since since(Mark mark);

    /** Every call without its words, in order of id. */
    List<CallHeader> headers();

    /** Every call in order of id, one after another, so that no more than one need be in memory. */
    void forEach(Consumer<Call> visitor);

    /** These calls in order of id, likewise; those that are not here are passed over. */
    void forEach(Collection<CallId> some, Consumer<Call> visitor);

    int count();

    /** Calls that stay out of training and of the queue, since another source of the same conversation is kept. */
    Set<CallId> leftOut();

    /** Settles or corrects sides. The call itself is untouched. */
    void assignSides(Collection<SideAssignment> assignments);

    /** The sides that were settled after calls came in, by people or by the roster: the latest decision about each participant. */
    List<SideAssignment> decidedSides();

    /** People known to sell, by name, e-mail address or domain, mapped to who said so. Compared ignoring case and surrounding space. */
    Map<String, String> repRoster();

    void addToRoster(String entry, String by);

    /** Sides that it settled stay. */
    void removeFromRoster(String entry);
}
