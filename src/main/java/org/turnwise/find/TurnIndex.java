package org.turnwise.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;
import org.turnwise.task.Progress;

/** The index on disk: opened when it is first wanted, brought up to date on demand. Any thread; one at a time writes, and searches don't wait for it. */
final class TurnIndex implements AutoCloseable {

    static final String CALL = "call";
    static final String ORDINAL = "ordinal";
    static final String SPEAKER = "speaker";

    /** Of what documents look like and how words are told apart; an index of another is made anew. */
    private static final String VERSION = "2";
    private static final int CALLS_A_COMMIT = 5_000;
    private static final double BUFFER_MB = 32;
    private static final FieldType WORDS = words();

    private static final Logger LOG = LoggerFactory.getLogger(TurnIndex.class);

    /** Lucene's advice on options of the Java machine means nothing to whoever reads standard error; held, since loggers are kept weakly. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
    }

    /** Written to by one thread at a time, under the lock of the index. */
    private static final class Open {
        final Directory directory;
        final IndexWriter writer;
        final SearcherManager searchers;
        volatile int mark;
        int calls;

        Open(Directory directory, IndexWriter writer, int mark, int calls) throws IOException {
            this.directory = directory;
            this.writer = writer;
            this.searchers = new SearcherManager(writer, new SearcherFactory());
            this.mark = mark;
            this.calls = calls;
        }
    }

    private final Path folder;
    private final TurnRepository turns;
    private final AtomicReference<@Nullable Open> open = new AtomicReference<>();

    TurnIndex(Path folder, TurnRepository turns) {
        this.folder = folder;
        this.turns = turns;
    }

    private static FieldType words() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** How many calls there are that it doesn't hold yet, or a few more. */
    int behind() {
        try {
            return Math.max(0, turns.last() - opened().mark);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    SearcherManager searchers() {
        try {
            return opened().searchers;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Takes in the calls it doesn't hold yet. Cancelled, it keeps those it has taken in so far. */
    synchronized void catchUp(Progress progress) {
        try {
            Open index = opened();
            int from = index.mark;
            int last = turns.last();
            if (from >= last) {
                return;
            }
            try {
                turns.after(from, numbered -> {
                    progress.checkCancelled();
                    progress.report((numbered.number() - from) / (double) Math.max(1, last - from), "Reading what was said");
                    add(index, numbered);
                });
                commit(index);
            } catch (CancellationException e) {
                commit(index);
                throw e;
            }
        } catch (UncheckedIOException e) {
            discard();
            throw e;
        } catch (IOException e) {
            discard();
            throw unusable(e);
        }
    }

    private void add(Open index, TurnRepository.Numbered numbered) {
        try {
            index.writer.addDocuments(numbered.call().turns().stream().map(turn -> document(numbered, turn)).toList());
            index.mark = numbered.number();
            if (++index.calls % CALLS_A_COMMIT == 0) {
                commit(index);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static Document document(TurnRepository.Numbered numbered, Turn turn) {
        Document document = new Document();
        document.add(new NumericDocValuesField(CALL, numbered.number()));
        document.add(new NumericDocValuesField(ORDINAL, turn.ordinal()));
        document.add(new NumericDocValuesField(SPEAKER, place(numbered.call(), turn)));
        document.add(new Field(WordsQuery.SAID, turn.text(), WORDS));
        document.add(new Field(WordsQuery.STEM, turn.text(), WORDS));
        return document;
    }

    private static int place(Call call, Turn turn) {
        return call.participants().stream().map(Participant::key).toList().indexOf(turn.speaker());
    }

    private static void commit(Open index) throws IOException {
        index.writer.setLiveCommitData(Map.of(
                "version", VERSION, "mark", String.valueOf(index.mark), "calls", String.valueOf(index.calls)).entrySet());
        index.writer.commit();
        index.searchers.maybeRefreshBlocking();
    }

    private Open opened() throws IOException {
        Open there = open.get();
        return there != null ? there : openNow();
    }

    private synchronized Open openNow() throws IOException {
        Open there = open.get();
        if (there != null) {
            return there;
        }
        Files.createDirectories(folder);
        Open opened;
        try {
            opened = openKept();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the index in {} can't be read and is made anew: {}", folder, e.toString());
            opened = null;
        }
        if (opened == null) {
            empty(folder);
            opened = open(FSDirectory.open(folder), 0, 0);
        }
        open.set(opened);
        return opened;
    }

    /** The index as it was last committed; null if there is none, or none that fits the workspace. */
    private @Nullable Open openKept() throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            Map<String, String> data = DirectoryReader.indexExists(directory) ? SegmentInfos.readLatestCommit(directory).getUserData() : Map.of();
            if (VERSION.equals(data.get("version"))) {
                int mark = Integer.parseInt(data.getOrDefault("mark", "0"));
                int calls = Integer.parseInt(data.getOrDefault("calls", "0"));
                if (mark <= turns.last() && calls == turns.countUpTo(mark)) {
                    return open(directory, mark, calls);
                }
                LOG.warn("the index in {} is of another workspace, or of this one at another time, and is made anew", folder);
            }
        } catch (IOException | IllegalArgumentException e) {
            directory.close();
            throw e;
        }
        directory.close();
        return null;
    }

    private static Open open(Directory directory, int mark, int calls) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(SpokenWords.SAID, Map.of(WordsQuery.STEM, SpokenWords.STEMS)))
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            return new Open(directory, writer, mark, calls);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Called when searching came upon damage: what is there is closed and deleted, to be made anew. */
    synchronized UncheckedIOException damaged(IOException found) {
        discard();
        try {
            empty(folder);
        } catch (IOException e) {
            found.addSuppressed(e);
        }
        return unusable(found);
    }

    private UncheckedIOException unusable(IOException cause) {
        String what = cause instanceof CorruptIndexException
                ? "The index of what was said was damaged; it is made anew the next time you search."
                : "The index of what was said, in " + folder + ", can't be used: " + cause.getMessage();
        return new UncheckedIOException(what, cause);
    }

    private synchronized void discard() {
        Open there = open.getAndSet(null);
        if (there != null) {
            try {
                there.searchers.close();
                there.writer.close();
                there.directory.close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("the index in {} could not be closed in order; it is checked when it is opened", folder, e);
            }
        }
    }

    /** Ends merging at once; what was taken in is committed. */
    @Override
    public void close() {
        discard();
    }
}
