package org.turnwise.find;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** {@link AllowedPlaces} as a query that costs nothing but a look at each turn the words find. */
final class Allowed extends Query {

    private static final float COST_OF_A_LOOK = 20;

    private final AllowedPlaces places;

    Allowed(AllowedPlaces places) {
        this.places = places;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                Scorer scorer = new ConstantScoreScorer(score(), mode, looks(context));
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) {
                        return scorer;
                    }

                    @Override
                    public long cost() {
                        return context.reader().maxDoc();
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private TwoPhaseIterator looks(LeafReaderContext context) throws IOException {
        NumericDocValues calls = DocValues.getNumeric(context.reader(), TurnIndex.CALL);
        NumericDocValues ordinals = DocValues.getNumeric(context.reader(), TurnIndex.ORDINAL);
        NumericDocValues speakers = DocValues.getNumeric(context.reader(), TurnIndex.SPEAKER);
        DocIdSetIterator every = DocIdSetIterator.all(context.reader().maxDoc());
        return new TwoPhaseIterator(every) {
            @Override
            public boolean matches() throws IOException {
                int doc = every.docID();
                int call = value(calls, doc);
                return (places.calls() == null || places.calls().get(call))
                        && (places.labeled() == null || isLabeled(places.labeled().get(call), ordinals, doc))
                        && (places.speakers() == null || isAmong(places.speakers().get(call), value(speakers, doc)));
            }

            @Override
            public float matchCost() {
                return COST_OF_A_LOOK;
            }
        };
    }

    private static boolean isLabeled(@Nullable BitSet turns, NumericDocValues ordinals, int doc) throws IOException {
        return turns == AllowedPlaces.EVERY_TURN || isAmong(turns, value(ordinals, doc));
    }

    private static boolean isAmong(@Nullable BitSet set, int value) {
        return set != null && set.get(value);
    }

    private static int value(NumericDocValues values, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IOException("document " + doc + " of the index says not where its turn stands");
        }
        return (int) values.longValue();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "allowed";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
