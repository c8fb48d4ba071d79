package org.turnwise.ui.agreement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.turnwise.exchange.BundleManifest;
import org.turnwise.exchange.Exchange;
import org.turnwise.exchange.MergeReport;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Texts;

/** Writes what was said here into a bundle, and takes in the bundles of others. JavaFX thread; needs no toolkit. */
public final class Bundling {

    private final Exchange exchange;
    private final String annotator;
    private final BundleFiles files;
    private final Tasks tasks;
    private final Consumer<Notice> tell;
    private final Runnable broughtIn;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param annotator who is at work
     * @param broughtIn run once bundles are in, also where one of several failed
     */
    Bundling(Exchange exchange, String annotator, BundleFiles files, Tasks tasks, Consumer<Notice> tell, Runnable broughtIn) {
        this.exchange = exchange;
        this.annotator = annotator;
        this.files = files;
        this.tasks = tasks;
        this.tell = tell;
        this.broughtIn = broughtIn;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Asks where to, and writes. */
    public void write() {
        files.out().get().ifPresent(out -> {
            busy.set(true);
            tasks.start(new Tasks.Job<>(
                    Texts.text("agreement.bundling"), false, progress -> exchange.write(out, true, annotator, progress),
                    written -> written(out, written), this::failed, () -> busy.set(false)));
        });
    }

    private void written(Path out, BundleManifest bundle) {
        busy.set(false);
        tell.accept(new Notice("good", Texts.text("agreement.bundled", bundle.edits(), bundle.calls()), out.toString()));
    }

    private void failed(Throwable error) {
        busy.set(false);
        tell.accept(AgreementViewModel.failure(error));
    }

    /** Asks which, and takes them in one after another. */
    public void merge() {
        List<Path> in = files.in().get();
        if (!in.isEmpty()) {
            busy.set(true);
            tasks.start(new Tasks.Job<>(Texts.text("agreement.merging"), false, progress -> merge(in, progress), this::merged,
                    this::mergeFailed, () -> busy.set(false)));
        }
    }

    private List<MergeReport> merge(List<Path> in, Progress progress) {
        List<MergeReport> reports = new ArrayList<>();
        for (Path file : in) {
            reports.add(exchange.merge(file, false, progress));
        }
        return reports;
    }

    private void merged(List<MergeReport> reports) {
        busy.set(false);
        int edits = reports.stream().mapToInt(MergeReport::newEdits).sum();
        int calls = reports.stream().mapToInt(MergeReport::newCalls).sum();
        int away = reports.stream().mapToInt(MergeReport::callsAway).sum();
        int found = reports.stream().mapToInt(report -> report.conflicts().size()).sum();
        List<String> text = new ArrayList<>(List.of(Texts.text(found == 0 ? "agreement.merged.clean" : "agreement.merged.conflicts", found)));
        if (away > 0) {
            text.add(Texts.text("agreement.merged.away", away));
        }
        reports.forEach(report -> text.addAll(report.notes()));
        tell.accept(new Notice(found == 0 ? "good" : "unsure", Texts.text("agreement.merged", edits, calls), String.join(" ", text)));
        broughtIn.run();
    }

    /** Bundles before the one that failed are in. */
    private void mergeFailed(Throwable error) {
        failed(error);
        broughtIn.run();
    }
}
