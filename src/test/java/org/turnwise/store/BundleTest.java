package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.exchange.BadBundle;
import org.turnwise.exchange.BundleManifest;
import org.turnwise.exchange.Exchange;
import org.turnwise.exchange.MergeReport;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.task.Progress;

/** Bundles written by one workspace and taken in by another, as they should be and as they should not. */
class BundleTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final Call CALL = Samples.call("one", 4);

    @TempDir
    Path folder;

    private Workspace anna;
    private Workspace berta;
    private Path bundle;

    @BeforeEach
    void open() {
        anna = Workspace.open(folder.resolve("a"));
        berta = Workspace.open(folder.resolve("b"));
        bundle = folder.resolve("anna.turnwise");
        anna.calls().add(CALL, () -> {});
        toggle(anna, "O_PRICE", new Target.OfTurn(CALL.id(), 1));
        labeling(anna).note(new Target.OfTurn(CALL.id(), 1), "Ölpreis 🛢 שלום");
        toggle(anna, "DEMO_BOOKED", new Target.OfCall(CALL.id()));
    }

    @AfterEach
    void close() {
        anna.close();
        berta.close();
    }

    private static Labeling labeling(Workspace workspace) {
        return new Labeling(workspace.journal(), SCHEME, "Ann", CLOCK, edit -> {});
    }

    private static void toggle(Workspace workspace, String label, Target target) {
        Label chosen = SCHEME.label(label).orElseThrow();
        labeling(workspace).toggle(CALL, target, chosen);
    }

    private static Outcomes outcomes(Workspace workspace) {
        return new Outcomes(workspace.rewards(), RewardPolicy.standard(), CLOCK);
    }

    private static Exchange exchange(Workspace workspace) {
        return new Exchange(workspace.calls(), workspace.journal(), workspace.sharedJournal(), SCHEME, outcomes(workspace), "turnwise test", CLOCK);
    }

    private BundleManifest write(boolean whole) {
        return exchange(anna).write(bundle, whole, "Ann", Progress.silent());
    }

    private MergeReport merge() {
        return exchange(berta).merge(bundle, false, Progress.silent());
    }

    @Test
    void aBundleWithCallsBringsEverythingAndOutcomesFollow() {
        BundleManifest written = write(true);
        MergeReport report = merge();
        assertEquals(written, report.manifest());
        assertEquals(3, report.newEdits());
        assertEquals(1, report.newCalls());
        assertEquals(0, report.callsAway());
        assertEquals(anna.calls().find(CALL.id()), berta.calls().find(CALL.id()));
        assertEquals(anna.journal().current(CALL.id()), berta.journal().current(CALL.id()));
        assertEquals(anna.sharedJournal().entries(), berta.sharedJournal().entries());
        assertEquals(OutcomeKind.DEMO_BOOKED, outcomes(berta).known(CALL.id()).orElseThrow().kind());
        labeling(anna).undo();
        write(false);
        merge();
        assertEquals(Optional.empty(), outcomes(berta).known(CALL.id()), "an outcome that was taken off is withdrawn");
    }

    @Test
    void aBundleWithoutCallsSaysWhoseCallsAreAway() {
        write(false);
        MergeReport report = merge();
        assertEquals(1, report.callsAway());
        assertEquals(0, report.newCalls());
        assertEquals(3, berta.journal().current(CALL.id()).size(), "labels wait for their call");
    }

    @Test
    void theSameBundleTwiceBringsNothing() {
        write(true);
        merge();
        List<?> rewards = berta.rewards().inForce(CALL.id());
        MergeReport again = merge();
        assertEquals(0, again.newEdits() + again.newCalls());
        assertEquals(rewards, berta.rewards().inForce(CALL.id()));
    }

    @Test
    void aDryRunSaysTheSameAndStoresNothing() {
        write(true);
        MergeReport would = exchange(berta).merge(bundle, true, Progress.silent());
        assertEquals(0, berta.calls().count());
        assertEquals(0, berta.journal().size());
        assertEquals(would, merge());
    }

    @Test
    void conflictsAreReportedWithTheBundleThatBringsThem() {
        write(true);
        merge();
        toggle(anna, "DELTA_-1", new Target.OfTurn(CALL.id(), 1));
        toggle(berta, "DELTA_+2", new Target.OfTurn(CALL.id(), 1));
        write(false);
        MergeReport report = merge();
        assertEquals(1, report.conflicts().size());
        assertEquals(List.of("Ann"), report.people());
        assertEquals(report.conflicts(), exchange(berta).conflicts());
        assertEquals(0, merge().conflicts().size(), "shown once");
    }

    @Test
    void aCallOfTheSameIdThatSaysSomethingElseIsRefused() {
        berta.calls().add(Samples.call("one", 3), () -> {});
        write(false);
        assertRefused("labels a call one that says something else");
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() throws IOException {
        write(true);
        change("edits.jsonl", text -> text.replace("O_PRICE", "O_TRUST"), false);
        assertRefused("was changed on its way: its edits.jsonl");
    }

    @Test
    void whatIsNoBundleOrANewerOneIsRefused() throws IOException {
        Files.writeString(bundle, "hello");
        assertRefused("is not a bundle");
        Files.write(bundle, new byte[0]);
        assertRefused("is not a bundle");
        write(true);
        change("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"), false);
        assertRefused("newer Turnwise");
        write(true);
        change("manifest.json", text -> "[]", false);
        assertRefused("manifest.json");
    }

    @Test
    void namesThatLeadOutAndFilesTooManyAreRefused() throws IOException {
        write(true);
        Map<String, byte[]> parts = unzip();
        parts.put("../../evil.json", new byte[1]);
        zip(parts);
        assertRefused("which no bundle has");
        write(true);
        parts = unzip();
        for (int i = 0; i < 40; i++) {
            parts.put("more" + "x".repeat(i) + ".json", new byte[1]);
        }
        zip(parts);
        assertRefused("no bundle has more than");
    }

    @Test
    void aPartThatExpandsBeyondReasonIsRefusedUnread() throws IOException {
        write(true);
        change("edits.jsonl", text -> text + " ".repeat(60_000_000), true);
        assertRefused("would expand to");
    }

    @Test
    void editsThatLackOthersOrSayWhatNobodyKnowsAreRefusedByLine() throws IOException {
        write(true);
        change("edits.jsonl", text -> text.substring(text.indexOf('\n') + 1), true);
        assertRefused("lacks edits");
        write(true);
        change("edits.jsonl", text -> text.replaceFirst("\"of\":\"turn\"", "\"of\":\"dream\""), true);
        assertRefused("edits.jsonl, line 1: is not an edit that this Turnwise knows");
        write(true);
        change("edits.jsonl", text -> text.replace("\"clock\":3", "\"clock\":" + Long.MAX_VALUE), true);
        assertRefused("lacks edits");
        write(true);
        change("edits.jsonl", text -> text.replaceFirst("\\{", "{{"), true);
        assertRefused("edits.jsonl, line 1: is not the JSON of an edit");
    }

    /** Whatever happens to the bytes: refused in words, or taken in as it was. */
    @Test
    void noDamageToTheFileDoesMoreThanBeingRefused() throws IOException {
        write(true);
        byte[] whole = Files.readAllBytes(bundle);
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            byte[] damaged = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int i = 0; i < 1 + random.nextInt(5) && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(bundle, damaged);
            try {
                assertEquals(3, exchange(berta).merge(bundle, true, Progress.silent()).newEdits());
            } catch (BadBundle refused) {
                assertTrue(String.valueOf(refused.getMessage()).startsWith(bundle.toString()), refused.getMessage());
            }
        }
        assertEquals(0, berta.journal().size());
    }

    @Test
    void aBundleThatCannotBeWrittenLeavesTheOldOne() throws IOException {
        write(true);
        byte[] old = Files.readAllBytes(bundle);
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> exchange(anna).write(bundle, true, "Ann", cancelled));
        assertEquals(HexFormat.of().formatHex(old), HexFormat.of().formatHex(Files.readAllBytes(bundle)));
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
        }
    }

    private void assertRefused(String why) {
        String message = assertThrows(BadBundle.class, this::merge).getMessage();
        assertTrue(message.startsWith(bundle.toString()) && message.contains(why), message);
        assertEquals(0, berta.journal().size());
    }

    /** @param signed whether whoever changes it also corrects the manifest */
    private void change(String part, UnaryOperator<String> change, boolean signed) throws IOException {
        Map<String, byte[]> parts = unzip();
        byte[] before = parts.get(part);
        byte[] after = change.apply(new String(before, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        parts.put(part, after);
        if (signed) {
            String manifest = new String(parts.get("manifest.json"), StandardCharsets.UTF_8)
                    .replace(sha256(before), sha256(after))
                    .replace("\"bytes\" : " + before.length, "\"bytes\" : " + after.length);
            parts.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        }
        zip(parts);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, byte[]> unzip() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(bundle); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                zip.transferTo(bytes);
                parts.put(entry.getName(), bytes.toByteArray());
            }
        }
        return parts;
    }

    private void zip(Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }
}
