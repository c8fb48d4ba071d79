package org.turnwise.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Rereading;
import org.turnwise.call.CallId;
import org.turnwise.call.Turn;
import org.turnwise.find.Found.FoundTurn;
import org.turnwise.find.Found.Said;
import org.turnwise.find.TurnRepository.Place;
import org.turnwise.queue.QueueItem;
import org.turnwise.task.Progress;

/** Finds turns by their words and by what is known of them. Any thread; nothing is opened or read before the first use. */
public final class Find implements AutoCloseable {

    /** Places by the call's number, as they were for a key at a state of the workspace. */
    private record Kept(Object key, long state, Map<Integer, BitSet> places) {}

    private record LabelKey(Set<String> labels, Set<String> annotators, Map<CallId, String> blind, String reader) {}

    /** What is done with an open state of the index. */
    private interface Work<T> {
        T in(TurnSearch search) throws IOException;
    }

    private final TurnRepository turns;
    private final Supplier<Map<CallId, String>> blind;
    private final Supplier<String> reader;
    private final TurnIndex index;
    private final Map<CallId, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Kept> labeled = new AtomicReference<>();
    private final AtomicReference<@Nullable Kept> onSides = new AtomicReference<>();
    private int numbered;

    /**
     * @param folder where the index is, or is made; nothing else may be in it
     * @param blind  calls of which whoever searches may know only what they said under this name; see {@link org.turnwise.annotation.Blind}
     * @param reader who searches
     */
    public Find(Path folder, TurnRepository turns, Supplier<Map<CallId, String>> blind, Supplier<String> reader) {
        this.turns = turns;
        this.blind = blind;
        this.reader = reader;
        index = new TurnIndex(folder, turns);
    }

    /** How many calls of the workspace a search doesn't see yet; 0 once it sees all. May be some too many. */
    public int behind() {
        return index.behind();
    }

    /**
     * Takes in the calls that a search doesn't see yet. Cancelled, it keeps what it has taken in; searching meanwhile finds as much.
     *
     * @throws UncheckedIOException if the index can't be written; the message is for a person
     */
    public void catchUp(Progress progress) {
        index.catchUp(progress);
    }

    /** Everybody who set a label that stands now, on a first reading. */
    public List<String> annotators() {
        return turns.annotators().stream().filter(annotator -> !Rereading.isAgain(annotator)).toList();
    }

    /**
     * The turns from the {@code from}th on, at most {@code count}, with what surrounds them.
     *
     * @param rows the queue's rows; asked for only if the filter asks something of whole calls
     * @throws NotUnderstood        if the words can't be read
     * @throws UncheckedIOException if the index can't be read; the message is for a person
     */
    public Found search(Search search, Supplier<List<QueueItem>> rows, int from, int count, Progress progress) {
        TurnSearch.Hits hits = with(search, rows, progress, one -> one.best(from, count));
        progress.checkCancelled();
        Map<Integer, Excerpt> excerpts = turns.excerpts(hits.hits().stream().map(TurnSearch.Hit::place).toList());
        List<FoundTurn> found = new ArrayList<>();
        for (TurnSearch.Hit hit : hits.hits()) {
            Excerpt excerpt = excerpts.get(hit.place().number());
            if (excerpt != null) {
                found.add(found(excerpt, hit));
            }
        }
        return new Found(hits.total(), hits.complete(), found);
    }

    /**
     * The calls in which the search finds anything.
     *
     * @throws IllegalStateException if there was not the time to find all
     */
    public Set<CallId> calls(Search search, Supplier<List<QueueItem>> rows, Progress progress) {
        BitSet found = with(search, rows, progress, one -> {
            BitSet calls = one.calls();
            if (!one.complete()) {
                progress.checkCancelled();
                throw new IllegalStateException("the search took too long to find every call; look for something rarer");
            }
            return calls;
        });
        Set<CallId> ids = new HashSet<>();
        numbers().forEach((id, number) -> {
            if (found.get(number)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private <T> T with(Search search, Supplier<List<QueueItem>> rows, Progress progress, Work<T> work) {
        var words = WordsQuery.of(search.words());
        AllowedPlaces places = places(search.filter(), rows);
        try {
            SearcherManager searchers = index.searchers();
            IndexSearcher state = searchers.acquire();
            try {
                return work.in(new TurnSearch(state, words, places, progress));
            } finally {
                searchers.release(state);
            }
        } catch (CorruptIndexException e) {
            throw index.damaged(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of what was said can't be read: " + e.getMessage(), e);
        }
    }

    private AllowedPlaces places(SearchFilter filter, Supplier<List<QueueItem>> rows) {
        return new AllowedPlaces(
                filter.asksOfCalls() ? calls(filter, rows.get()) : null,
                filter.asksOfLabels() ? labeled(filter) : null,
                filter.sides().isEmpty() ? null : kept(onSides, filter.sides(), turns::sideAssignments, () -> turns.onSides(filter.sides())));
    }

    private BitSet calls(SearchFilter filter, List<QueueItem> rows) {
        Map<CallId, Integer> known = numbers();
        BitSet passing = new BitSet();
        for (QueueItem row : rows) {
            Integer number = filter.passes(row) ? known.get(row.call().id()) : null;
            if (number != null) {
                passing.set(number);
            }
        }
        return passing;
    }

    private synchronized Map<CallId, Integer> numbers() {
        int last = turns.last();
        if (last > numbered) {
            numbers.putAll(turns.numbersAfter(numbered));
            numbered = last;
        }
        return numbers;
    }

    private Map<Integer, BitSet> labeled(SearchFilter filter) {
        LabelKey key = new LabelKey(filter.labels(), filter.annotators(), blind.get(), reader.get());
        return kept(labeled, key, turns::edits, () -> labeled(key));
    }

    private Map<Integer, BitSet> labeled(LabelKey key) {
        Map<Integer, String> hidden = new HashMap<>();
        Map<CallId, Integer> known = numbers();
        key.blind().forEach((call, name) -> Optional.ofNullable(known.get(call)).ifPresent(number -> hidden.put(number, name)));
        List<Place> places = new ArrayList<>(firstReadings(key));
        places.removeIf(place -> hidden.containsKey(place.number()));
        if (key.annotators().isEmpty() || key.annotators().contains(key.reader())) {
            Set.copyOf(hidden.values()).forEach(name -> turns.labeled(key.labels(), Set.of(name)).stream()
                    .filter(place -> name.equals(hidden.get(place.number())))
                    .forEach(places::add));
        }
        return byCall(places);
    }

    /** What is said on reading a call again is there to compare, whoever asks for it by name. */
    private List<Place> firstReadings(LabelKey key) {
        Set<String> named = key.annotators().stream().filter(annotator -> !Rereading.isAgain(annotator)).collect(Collectors.toSet());
        return named.isEmpty() && !key.annotators().isEmpty() ? List.of() : turns.labeled(key.labels(), named);
    }

    private static Map<Integer, BitSet> byCall(List<Place> places) {
        Map<Integer, BitSet> labeledTurns = new HashMap<>();
        for (Place place : places) {
            if (place.ordinal() == TurnRepository.WHOLE_CALL) {
                labeledTurns.put(place.number(), AllowedPlaces.EVERY_TURN);
            } else if (labeledTurns.get(place.number()) != AllowedPlaces.EVERY_TURN) {
                labeledTurns.computeIfAbsent(place.number(), number -> new BitSet()).set(place.ordinal());
            }
        }
        return labeledTurns;
    }

    /** The state is asked before the places are read, so that what is written in between is read again the next time. */
    private static Map<Integer, BitSet> kept(AtomicReference<@Nullable Kept> last, Object key, LongSupplier stateNow, Supplier<Map<Integer, BitSet>> read) {
        long state = stateNow.getAsLong();
        Kept there = last.get();
        if (there != null && there.state() == state && Objects.equals(there.key(), key)) {
            return there.places();
        }
        Map<Integer, BitSet> places = read.get();
        last.set(new Kept(key, state, places));
        return places;
    }

    private static FoundTurn found(Excerpt excerpt, TurnSearch.Hit hit) {
        Said said = Objects.requireNonNull(said(excerpt, hit.place().ordinal()), "the index names a turn that the workspace doesn't have");
        String text = said.turn().text();
        List<Found.Range> matches = hit.matches().stream()
                .map(range -> new Found.Range(text.codePointCount(0, range.start()), text.codePointCount(0, range.end())))
                .toList();
        return new FoundTurn(
                excerpt.id(), excerpt.title(), excerpt.rep(), excerpt.startedAt(), said, matches,
                said(excerpt, hit.place().ordinal() - 1), said(excerpt, hit.place().ordinal() + 1));
    }

    private static @Nullable Said said(Excerpt excerpt, int ordinal) {
        Turn turn = excerpt.turns().get(ordinal);
        return turn == null ? null : new Said(excerpt.speakerOf(turn), turn);
    }

    @Override
    public void close() {
        index.close();
    }
}
