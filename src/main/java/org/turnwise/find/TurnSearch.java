package org.turnwise.find;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.turnwise.find.TurnRepository.Place;
import org.turnwise.task.Progress;

/** One search of one state of the index. */
final class TurnSearch {

    /** After this long a search stops with what it has found. */
    private static final long LONGEST_MS = 2_000;

    /** Best first; of equals those of the call imported last, in the order of the call, so that the same search gives the same list. */
    private static final Sort ORDER =
            new Sort(SortField.FIELD_SCORE, new SortField(TurnIndex.CALL, SortField.Type.LONG, true), new SortField(TurnIndex.ORDINAL, SortField.Type.LONG));

    /** @param matches in UTF-16 units of the turn's text, in order, not overlapping */
    record Hit(Place place, List<Found.Range> matches) {}

    record Hits(int total, boolean complete, List<Hit> hits) {}

    private final IndexSearcher searcher;
    private final Query words;
    private final Query query;

    /** @param progress cancelling it ends the search early */
    TurnSearch(IndexSearcher state, Query words, AllowedPlaces places, Progress progress) {
        this.words = words;
        query = places.everything()
                ? words
                : new BooleanQuery.Builder().add(words, Occur.MUST).add(new Allowed(places), Occur.FILTER).build();
        searcher = new IndexSearcher(state.getIndexReader());
        searcher.setQueryCache(null);
        long end = System.nanoTime() + LONGEST_MS * 1_000_000;
        searcher.setTimeout(() -> progress.cancelled() || System.nanoTime() > end);
    }

    Hits best(int from, int count) throws IOException {
        TopFieldDocs top = searcher.search(query, new TopFieldCollectorManager(ORDER, from + count, null, Integer.MAX_VALUE));
        Weight weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Hit> hits = new ArrayList<>();
        for (int i = from; i < top.scoreDocs.length; i++) {
            hits.add(hit(weight, top.scoreDocs[i]));
        }
        return new Hits(Math.toIntExact(top.totalHits.value()), !searcher.timedOut(), hits);
    }

    private Hit hit(Weight weight, ScoreDoc found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        int doc = found.doc - leaf.docBase;
        Place place = new Place(value(leaf, TurnIndex.CALL, doc), value(leaf, TurnIndex.ORDINAL, doc));
        return new Hit(place, merged(ranges(weight.matches(leaf, doc))));
    }

    private static int value(LeafReaderContext leaf, String field, int doc) throws IOException {
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        if (!values.advanceExact(doc)) {
            throw new IOException("document " + doc + " of the index has no " + field);
        }
        return (int) values.longValue();
    }

    private static List<Found.Range> ranges(@org.jspecify.annotations.Nullable Matches matches) throws IOException {
        List<Found.Range> ranges = new ArrayList<>();
        if (matches != null) {
            for (String field : matches) {
                MatchesIterator each = matches.getMatches(field);
                while (each != null && each.next()) {
                    ranges.add(new Found.Range(each.startOffset(), each.endOffset()));
                }
            }
        }
        return ranges;
    }

    private static List<Found.Range> merged(List<Found.Range> ranges) {
        List<Found.Range> merged = new ArrayList<>();
        for (Found.Range range : ranges.stream().sorted(Comparator.comparingInt(Found.Range::start)).toList()) {
            if (!merged.isEmpty() && range.start() < merged.getLast().end()) {
                Found.Range last = merged.removeLast();
                merged.add(new Found.Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** The numbers of the calls in which it finds anything. */
    BitSet calls() throws IOException {
        return searcher.search(query, new CollectorManager<Calls, BitSet>() {
            @Override
            public Calls newCollector() {
                return new Calls();
            }

            @Override
            public BitSet reduce(Collection<Calls> parts) {
                BitSet all = new BitSet();
                parts.forEach(part -> all.or(part.found));
                return all;
            }
        });
    }

    private static final class Calls extends SimpleCollector {

        private final BitSet found = new BitSet();
        private NumericDocValues calls = DocValues.emptyNumeric();

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            calls = DocValues.getNumeric(leaf.reader(), TurnIndex.CALL);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (calls.advanceExact(doc)) {
                found.set((int) calls.longValue());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    boolean complete() {
        return !searcher.timedOut();
    }
}
