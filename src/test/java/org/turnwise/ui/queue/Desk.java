package org.turnwise.ui.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.intake.Importer;
import org.turnwise.intake.Tables;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.queue.Queue;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.InlineTasks;
import org.turnwise.task.Tasks;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.WorkQueue;
import org.turnwise.ui.data.Choices;
import org.turnwise.ui.data.DataCommands;
import org.turnwise.ui.data.DataViewModel;
import org.turnwise.ui.model.ModelCommands;
import org.turnwise.ui.model.ModelViewModel;
import org.turnwise.ui.rewards.RewardServices;
import org.turnwise.ui.rewards.RewardsCommands;
import org.turnwise.ui.rewards.RewardsViewModel;

/** The view models of four screens over a real workspace, tasks inline; what a person would choose in dialogs is set beforehand. */
public final class Desk implements AutoCloseable {

    public final Workspace workspace;
    public final ActiveScorer scorer;
    public final WorkQueue queue;
    public final QueueViewModel queueScreen;
    public final ModelViewModel modelScreen;
    public final RewardsViewModel rewardsScreen;
    public final DataViewModel dataScreen;
    public final Commands commands = new Commands();
    public final List<String> asked = new ArrayList<>();
    public List<Path> files = List.of();
    public Optional<Path> table = Optional.empty();
    public Optional<Path> target = Optional.empty();
    private final Path folder;

    public Desk(Path folder) {
        this.folder = folder;
        Clock clock = Clock.systemUTC();
        Tasks tasks = new InlineTasks();
        workspace = Workspace.open(folder.resolve("workspace"));
        LabelScheme scheme = LabelScheme.standard();
        Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, clock);
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        scorer = new ActiveScorer(workspace.scorerVersions());
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0), forecasts, tasks);
        queueScreen = new QueueViewModel(
                queue, scorer, (call, on) -> asked.add("skip " + call + " " + on), (call, on) -> asked.add("flag " + call + " " + on), () -> asked.add("annotate"));
        modelScreen = new ModelViewModel(
                scorer, workspace.scorerVersions(), new Training(workspace.calls(), outcomes, workspace.journal(), scheme, Encoding.shared(), workspace.scorerVersions(), VersionEvaluation::assess, clock), queue, tasks);
        rewardsScreen = new RewardsViewModel(
                new RewardServices(
                        workspace.calls(), outcomes, workspace.rewards(), workspace.policies(), Tables.of(workspace, outcomes), Tables.matching(workspace, outcomes),
                        workspace.matches(), workspace.deals(), forecasts, clock, "Nora"),
                queue, tasks, () -> table);
        MappingProfiles mappings = new MappingProfiles(workspace.settings());
        dataScreen = new DataViewModel(
                new DataViewModel.Services(
                        workspace.calls(),
                        new Importer(workspace.calls(), workspace.journal(), outcomes, clock, null, mappings, workspace.imports()),
                        new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), clock),
                        mappings,
                        new WatchedFolder(workspace.settings(), workspace.watchedFiles()),
                        new DatasetExport(workspace.calls(), workspace.journal(), outcomes, scheme, workspace.scorerVersions(), "test", clock),
                        forecasts, queue, new SaveState(clock), tasks, clock, "Nora", null),
                new Choices(() -> files, () -> files.stream().findFirst(), format -> target));
        QueueCommands.of(queueScreen).forEach(commands::add);
        ModelCommands.of(modelScreen).forEach(commands::add);
        RewardsCommands.of(rewardsScreen, () -> asked.add("model")).forEach(commands::add);
        DataCommands.of(dataScreen, () -> asked.add("data"), () -> asked.add("queue")).forEach(commands::add);
    }

    /** Calls with outcomes, half of them won, in one file. */
    public Path outcomes(int calls) throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < calls; i++) {
            boolean won = i % 2 == 0;
            lines.append("{\"id\":\"Brightwater Dental %02d, proposal review%s\",\"turns\":[".formatted(i, i % 9 == 0 ? " with procurement, finance and both practice managers" : ""));
            int turns = 8 + random.nextInt(14);
            for (int t = 0; t < turns; t++) {
                boolean good = random.nextInt(10) < (won ? 7 : 3);
                String text = t % 2 == 0
                        ? "What would it take for your team to start in week " + random.nextInt(50) + "?"
                        : good ? "Yes, that would help us a lot, please send the order." : "It is too expensive, and we are happy with what we have.";
                lines.append(t == 0 ? "" : ",").append("{\"speaker\":\"").append(t % 2 == 0 ? "rep" : "customer").append("\",\"text\":\"").append(text).append("\"}");
            }
            lines.append("],\"outcome\":").append(won ? 1 : 0).append("}\n");
        }
        return Files.writeString(folder.resolve("calls.jsonl"), lines);
    }

    /** Transcripts that name their speakers and say nothing about sides; one file that is none. */
    public Path transcripts() throws IOException {
        Path transcripts = Files.createDirectories(folder.resolve("transcripts"));
        for (String customer : List.of("Tom Okafor", "Helen Marsh", "Dr Annemarie van der Westhuizen-Featherstonehaugh")) {
            Files.writeString(transcripts.resolve(customer + ".txt"), """
                    Priya Raman: Hello, thanks for making the time. How do you book visits today?
                    %1$s: At %1$s and partners mostly on paper, and it takes us an hour a day.
                    Priya Raman: And what would an hour a day be worth to you?
                    %1$s: About a thousand a month, I suppose.
                    """.formatted(customer));
        }
        Files.writeString(transcripts.resolve("halden_1109.vtt"), "WEBVTT\n\n00:00:01.000 --> \nHello\n");
        return transcripts;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
