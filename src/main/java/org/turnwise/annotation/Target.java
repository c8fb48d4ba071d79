package org.turnwise.annotation;

import java.util.List;
import java.util.Optional;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;

/** What an annotation is about. Equal targets are the same place. */
public sealed interface Target {

    /** How much of a call a target takes in. */
    enum Level {
        CALL,
        TURN,
        SPAN,
        EPISODE
    }

    CallId call();

    Level level();

    /** The 0-based ordinals of the turns it lies on, ascending; none for a whole call. */
    List<Integer> ordinals();

    /**
     * What keeps it from standing in the call, in words that go on after its name: a turn the call doesn't have, or a quote that isn't what the turn says
     * there; empty if it stands. Whoever takes a target from outside asks this first.
     */
    Optional<String> misfit(Call in);

    /** A whole call. */
    record OfCall(CallId call) implements Target {
        @Override
        public Level level() {
            return Level.CALL;
        }

        @Override
        public List<Integer> ordinals() {
            return List.of();
        }

        @Override
        public Optional<String> misfit(Call in) {
            return otherCall(call, in);
        }
    }

    /** One turn, by its 0-based ordinal. */
    record OfTurn(CallId call, int ordinal) implements Target {
        @Override
        public Level level() {
            return Level.TURN;
        }

        @Override
        public List<Integer> ordinals() {
            return List.of(ordinal);
        }

        @Override
        public Optional<String> misfit(Call in) {
            return otherCall(call, in).or(() -> missing(ordinal, in));
        }
    }

    /**
     * Words within a turn. Offsets count code points, so that no encoding or tool moves them; the quote is there to prove that none did.
     *
     * @param from  of the first code point, from 0
     * @param to    after the last code point
     * @param quote what the turn says from {@code from} to {@code to}; as many code points as lie between them, and at least one
     */
    record OfSpan(CallId call, int ordinal, int from, int to, String quote) implements Target {

        public OfSpan {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a span can't go from " + from + " to " + to);
            }
            int quoted = quote.codePointCount(0, quote.length());
            if (quoted != to - from) {
                throw new IllegalArgumentException("a span from " + from + " to " + to + " can't quote " + quoted + " characters");
            }
        }

        /**
         * The words of the call's turn that stand there.
         *
         * @throws IllegalArgumentException if the turn has no such words
         */
        public static OfSpan in(Call call, int ordinal, int from, int to) {
            String text = call.turns().get(ordinal).text();
            if (from < 0 || to <= from || to > text.codePointCount(0, text.length())) {
                throw new IllegalArgumentException("turn " + ordinal + " has no words from " + from + " to " + to);
            }
            int start = text.offsetByCodePoints(0, from);
            return new OfSpan(call.id(), ordinal, from, to, text.substring(start, text.offsetByCodePoints(start, to - from)));
        }

        @Override
        public Level level() {
            return Level.SPAN;
        }

        @Override
        public List<Integer> ordinals() {
            return List.of(ordinal);
        }

        @Override
        public Optional<String> misfit(Call in) {
            return otherCall(call, in).or(() -> missing(ordinal, in)).or(() -> misquote(in.turns().get(ordinal).text()));
        }

        private Optional<String> misquote(String text) {
            int length = text.codePointCount(0, text.length());
            if (to > length) {
                return Optional.of("goes to " + to + ", but turn " + ordinal + " has " + length + " characters");
            }
            return text.startsWith(quote, text.offsetByCodePoints(0, from))
                    ? Optional.empty()
                    : Optional.of("quotes other words than turn " + ordinal + " says from " + from + " to " + to);
        }
    }

    /**
     * Turns that belong together: an objection's episode, from the turn that raises it over those that deal with it to the one that ends it. See
     * {@link Episode} for which turn is which.
     *
     * @param ordinals strictly ascending, at least one
     */
    record OfTurns(CallId call, List<Integer> ordinals) implements Target {

        public OfTurns {
            ordinals = List.copyOf(ordinals);
            if (ordinals.isEmpty() || ordinals.getFirst() < 0) {
                throw new IllegalArgumentException("no turns of a call: " + ordinals);
            }
            for (int i = 1; i < ordinals.size(); i++) {
                if (ordinals.get(i) <= ordinals.get(i - 1)) {
                    throw new IllegalArgumentException("turns out of order: " + ordinals);
                }
            }
        }

        @Override
        public Level level() {
            return Level.EPISODE;
        }

        @Override
        public Optional<String> misfit(Call in) {
            return otherCall(call, in).or(() -> missing(ordinals.getLast(), in));
        }
    }

    private static Optional<String> otherCall(CallId call, Call in) {
        return call.equals(in.id()) ? Optional.empty() : Optional.of("is on call " + call + ", not on " + in.id());
    }

    private static Optional<String> missing(int ordinal, Call in) {
        return ordinal >= 0 && ordinal < in.turns().size()
                ? Optional.empty()
                : Optional.of("is on turn " + ordinal + ", but the call has turns 0 to " + (in.turns().size() - 1));
    }
}
