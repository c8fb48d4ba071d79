package org.turnwise.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.task.Progress;

/** Writes labeled datasets, and reads each back before it says done. Any thread. */
public final class DatasetExport {

    public enum Format {
        JSONL,
        CSV
    }

    /**
     * @param out       the file to write, replaced if it is there; a folder to write {@code calls.jsonl} or {@code turns.csv} in. Compressed if it ends in
     *                  {@code .gz}
     * @param only      the calls to take, as a filter chose them; empty for every call
     * @param unlabeled also take calls that carry no annotation and no outcome
     * @param filters   what the filter was, by name, for the manifest
     */
    public record Request(Format format, Path out, Optional<Set<CallId>> only, boolean unlabeled, Map<String, String> filters) {

        public Request {
            filters = Map.copyOf(filters);
        }

        public Request(Format format, Path out, Optional<Set<CallId>> only, boolean unlabeled) {
            this(format, out, only, unlabeled, Map.of());
        }
    }

    /**
     * @param rewards how the calls came to their rewards, a line a call; empty where exports don't say
     * @param sha256  of the written file, hex
     */
    public record Result(Path path, Path manifest, Optional<Path> rewards, int calls, int annotations, String sha256) {}

    /** The file that was written does not say what the workspace says; it was removed. */
    public static final class Mismatch extends RuntimeException {
        public Mismatch(String message) {
            super(message);
        }
    }

    /** An order that depends on nothing but the annotations, so that the same workspace gives the same bytes. */
    private static final Comparator<Annotation> ORDER = Comparator.<Annotation>comparingInt(
                    annotation -> annotation.target().ordinals().stream().findFirst().orElse(-1))
            .thenComparing(Annotation::at)
            .thenComparing(Annotation::kind)
            .thenComparing(Annotation::label)
            .thenComparing(Annotation::annotator)
            .thenComparing(Annotation::id);

    /** What is put behind the dataset's name for the file that says how calls came to their rewards. */
    private static final String REWARDS = ".rewards.jsonl";

    private final CallRepository calls;
    private final Journal journal;
    private final Outcomes outcomes;
    private final CurrentScheme scheme;
    private final ScorerVersions versions;
    private final String tool;
    private final Clock clock;
    private final @Nullable RewardTrails trails;

    public DatasetExport(CallRepository calls, Journal journal, Outcomes outcomes, CurrentScheme scheme, ScorerVersions versions) {
        this(calls, journal, outcomes, scheme, versions, "development", Clock.systemUTC(), null);
    }

    /**
     * @param tool   the version of Turnwise, for the manifest
     * @param trails null if exports don't say how calls came to their rewards
     */
    public DatasetExport(
            CallRepository calls, Journal journal, Outcomes outcomes, CurrentScheme scheme, ScorerVersions versions, String tool, Clock clock,
            @Nullable RewardTrails trails) {
        this.calls = calls;
        this.journal = journal;
        this.outcomes = outcomes;
        this.scheme = scheme;
        this.versions = versions;
        this.tool = tool;
        this.clock = clock;
        this.trails = trails;
    }

    /**
     * Either the file and its manifest are there and say what the workspace says, or whatever was there before still is.
     *
     * @throws Mismatch             if what was written reads back as something else
     * @throws UncheckedIOException if it can't be written, with the reason
     */
    public Result run(Request request, Progress progress) {
        FileFormat format = request.format() == Format.CSV ? new CsvFormat() : new JsonlFormat();
        Path out = place(request.out(), format);
        try (Draft draft = Draft.of(out);
                Draft rewards = Draft.of(Path.of(out + REWARDS))) {
            return write(request, format, draft, rewards, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the dataset to " + out, e);
        }
    }

    private static Path place(Path out, FileFormat format) {
        Path absolute = out.toAbsolutePath().normalize();
        return Files.isDirectory(absolute) ? absolute.resolve(format.fileName()) : absolute;
    }

    private Result write(Request request, FileFormat format, Draft draft, Draft rewards, Progress progress) throws IOException {
        Path out = draft.out();
        Manifest manifest = new Manifest();
        ReadBackCheck check = new ReadBackCheck();
        boolean zipped = out.toString().endsWith(".gz");
        Integer scorer = versions.active().map(ScorerVersion::number).orElse(null);
        RewardsFile trail = new RewardsFile(trails == null ? null : trails.now(scorer));
        try (trail) {
            trail.open(rewards.file());
            writeCalls(request, format, draft.file(), zipped, manifest, check, trail, progress.part(0, 0.7));
        }
        String sha256 = readBack(format, draft.file(), zipped, out, check, progress.part(0.7, 1));
        Path manifestPath = Path.of(out + ".manifest.json");
        String text = manifest.text(new Manifest.Circumstances(
                String.valueOf(out.getFileName()),
                request.format(),
                Files.size(draft.file()),
                sha256,
                scheme.now().id(),
                scorer,
                outcomes.policy().version(),
                request.filters(),
                request.unlabeled(),
                tool,
                clock.instant(),
                trails == null ? null : new Manifest.Rewards(out.getFileName() + REWARDS, trail.lines(), trail.sha256(rewards.file()))));
        progress.checkCancelled();
        if (trails != null) {
            rewards.publish();
        }
        publish(draft, text, manifestPath);
        return new Result(
                out, manifestPath, trails == null ? Optional.empty() : Optional.of(rewards.out()), manifest.calls(), manifest.annotations(), sha256);
    }

    private void writeCalls(
            Request request, FileFormat format, Path draft, boolean zipped, Manifest manifest, ReadBackCheck check, RewardsFile trail,
            Progress progress) throws IOException {
        Set<CallId> leftOut = calls.leftOut();
        Map<CallId, Outcomes.Known> known = outcomes.known();
        Map<CallId, List<Annotation>> annotations = standing(journal.current(journal.labelCounts().keySet()));
        int total = Math.max(1, calls.count());
        int[] seen = {0};
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            OutputStream raw = new BufferedOutputStream(new KeptOpen(Channels.newOutputStream(channel)));
            try (FileFormat.Sink sink = format.sink(zipped ? new GZIPOutputStream(raw) : raw)) {
                calls.forEach(call -> {
                    progress.checkCancelled();
                    progress.report((double) seen[0]++ / total, "Writing call " + seen[0] + " of " + total);
                    ExportedCall exported = new ExportedCall(call, annotations.getOrDefault(call.id(), List.of()), known.get(call.id()));
                    if (leftOut.contains(call.id())) {
                        manifest.leftOut();
                    } else if (wanted(request, exported)) {
                        manifest.count(exported);
                        trail.write(call.id());
                        check.wrote(call.id().value(), format.facts(exported));
                        put(sink, exported);
                    }
                });
            }
            channel.force(true);
        }
    }

    private static boolean wanted(Request request, ExportedCall exported) {
        Call call = exported.call();
        boolean chosen = request.only().map(only -> only.contains(call.id())).orElse(true);
        return chosen && (request.unlabeled() || !exported.annotations().isEmpty() || exported.known() != null);
    }

    private static void put(FileFormat.Sink sink, ExportedCall exported) {
        try {
            sink.write(exported);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write call " + exported.call().id(), e);
        }
    }

    private static Map<CallId, List<Annotation>> standing(Map<CallId, List<Annotation>> current) {
        Map<CallId, List<Annotation>> standing = new HashMap<>();
        current.forEach((call, annotations) -> standing.put(
                call, annotations.stream().filter(a -> a.kind() != LabelKind.STATUS).sorted(ORDER).toList()));
        return standing;
    }

    /** Returns the SHA-256 of what is on disk. */
    private static String readBack(FileFormat format, Path draft, boolean zipped, Path out, ReadBackCheck check, Progress progress) throws IOException {
        progress.report(0, "Reading the export back");
        MessageDigest digest = ReadBackCheck.sha256();
        try (InputStream file = new DigestInputStream(new BufferedInputStream(Files.newInputStream(draft)), digest)) {
            InputStream content = zipped ? new GZIPInputStream(file) : file;
            format.readBack(new OpenInput(content), String.valueOf(out.getFileName()), (call, facts) -> {
                progress.checkCancelled();
                check.readBack(call, facts);
            });
            file.transferTo(OutputStream.nullOutputStream());
        }
        check.complete();
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The old manifest goes first and the new one comes last: whenever it is there, it speaks of the file beside it. */
    private static void publish(Draft dataset, String manifest, Path manifestPath) throws IOException {
        try (Draft draft = Draft.of(manifestPath)) {
            try (FileChannel channel = FileChannel.open(draft.file(), StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(manifest.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.deleteIfExists(manifestPath);
            dataset.publish();
            draft.publish();
        }
    }

    /** Closing a format's reader must not close the file, whose digest still lacks what lies beyond the last call. */
    private static final class OpenInput extends FilterInputStream {

        OpenInput(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // left to whoever opened the file
        }
    }

    /** Closing a format's writer must not close the channel, which still has to reach the disk. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
