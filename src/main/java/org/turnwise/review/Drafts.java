package org.turnwise.review;

import java.util.Optional;
import org.turnwise.call.CallId;
import org.turnwise.settings.Settings;

/**
 * What one person has begun to say about calls and has not said yet. It stays with the call in this workspace, is nobody else's to see, and goes into no
 * bundle. Any thread; durable when a method returns.
 */
public final class Drafts {

    /**
     * Words not said yet.
     *
     * @param turn  the ordinal of the turn they are about, −1 for the call as a whole
     * @param words not blank
     */
    public record Draft(int turn, String words) {
        public Draft {
            if (words.isBlank()) {
                throw new IllegalArgumentException("a draft says something");
            }
        }
    }

    private static final String NAME = "review.draft/";

    private final Settings settings;
    private final String person;

    public Drafts(Settings settings, String person) {
        this.settings = settings;
        this.person = person;
    }

    public Optional<Draft> of(CallId call) {
        return settings.get(name(call)).map(held -> {
            int end = held.indexOf('\n');
            return new Draft(Integer.parseInt(held.substring(0, end)), held.substring(end + 1));
        });
    }

    public void keep(CallId call, Draft draft) {
        settings.put(name(call), draft.turn() + "\n" + draft.words());
    }

    public void forget(CallId call) {
        settings.remove(name(call));
    }

    /** A person's name has no line end in it, so no two of them and no two calls meet in one name. */
    private String name(CallId call) {
        return NAME + person + "\n" + call.value();
    }
}
