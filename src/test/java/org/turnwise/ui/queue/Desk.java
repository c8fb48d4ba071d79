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
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import org.turnwise.intake.Importer;
import org.turnwise.intake.Tables;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.mapping.MappingProfiles;
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.queue.Queue;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Team;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.ScorerLearner;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.WorkspaceExamples;
import org.turnwise.scoring.evaluation.LabelCurves;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.InlineTasks;
import org.turnwise.task.Tasks;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.OneAtATime;
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
    public final AssignViewModel assigning;
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
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
        queueScreen = new QueueViewModel(
                queue, scorer, (call, on) -> asked.add("skip " + call + " " + on), (call, on) -> asked.add("flag " + call + " " + on),
                () -> asked.add("annotate"));
        modelScreen = new ModelViewModel(
                scorer, workspace.scorerVersions(),
                new Training(
                        workspace.calls(), outcomes, workspace.journal(), scheme, Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(),
                        VersionEvaluation::assess, clock),
                new LabelCurves(
                        new WorkspaceExamples(workspace.calls(), outcomes, workspace.journal(), scheme), Encoding.shared(),
                        new ScorerLearner(Encoding.shared())),
                queue, tasks, new OneAtATime(tasks));
        rewardsScreen = new RewardsViewModel(
                new RewardServices(
                        workspace.calls(), workspace.journal(), outcomes, workspace.rewards(), workspace.policies(), Tables.of(workspace, outcomes),
                        Tables.matching(workspace, outcomes),
                        workspace.matches(), workspace.deals(), forecasts, clock, "Nora"),
                queue, tasks, () -> table);
        MappingProfiles mappings = new MappingProfiles(workspace.settings());
        dataScreen = new DataViewModel(
                new DataViewModel.Services(
                        workspace.calls(),
                        new Importer(workspace.calls(), workspace.journal(), outcomes, clock, null, mappings, workspace.imports()),
                        new RosterEditor(workspace.calls(), workspace.rosterChanges(), clock),
                        new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), clock),
                        mappings,
                        new WatchedFolder(workspace.settings(), workspace.watchedFiles()),
                        new DatasetExport(workspace.calls(), workspace.journal(), outcomes, scheme, workspace.scorerVersions(), "test", clock, null),
                        forecasts, queue, new SaveState(clock), tasks, new OneAtATime(tasks), clock, "Nora", null),
                new Choices(() -> files, () -> files.stream().findFirst(), format -> target));
        assigning = new AssignViewModel(queueScreen, new AssignViewModel.Services(
                new Team(workspace.journal(), workspace.settings(), "Nora"), new Reviewer(workspace.journal(), scheme, "Nora", clock, edit -> {}),
                (edit, then) -> {
                    try {
                        edit.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    then.run();
                }, tasks, () -> asked.add("given")));
        QueueCommands.of(queueScreen).forEach(commands::add);
        QueueCommands.ofAssigning(queueScreen, assigning).forEach(commands::add);
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
            lines.append("{\"id\":\"Brightwater Dental %02d, proposal review%s\",\"turns\":[".formatted(
                    i, i % 9 == 0 ? " with procurement, finance and both practice managers" : ""));
            int turns = 8 + random.nextInt(14);
            for (int t = 0; t < turns; t++) {
                boolean good = random.nextInt(10) < (won ? 7 : 3);
                String text = t % 2 == 0
                        ? "What would it take for your team to start in week " + random.nextInt(50) + "?"
                        : good ? "Yes, that would help us a lot, please send the order." : "It is too expensive, and we are happy with what we have.";
                lines.append(t == 0 ? "" : ",").append("{\"speaker\":\"").append(t % 2 == 0 ? "rep" : "customer").append("\",\"text\":\"")
                        .append(text).append("\"}");
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

    /** One call as two tools write it, and another that is like neither. */
    public Path twice() throws IOException {
        Path twice = Files.createDirectories(folder.resolve("twice"));
        StringBuilder cues = new StringBuilder("WEBVTT\n");
        StringBuilder text = new StringBuilder();
        String talk = "we would have to retrain every depot and there are nine of them so who trains people before winter comes and what does that cost us";
        String[] words = talk.split(" ");
        Random random = new Random(5);
        for (int turn = 0; turn < 24; turn++) {
            String who = turn % 2 == 0 ? "Declan Whelan" : "Amara Osei-Featherstonehaugh of Osei Lund and Partners";
            StringBuilder said = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (int i = 0; i < 14; i++) {
                String word = words[random.nextInt(words.length)] + (i % 4 == 0 ? turn : "");
                said.append(word).append(' ');
                heard.append(random.nextInt(12) == 0 ? "deep oh" : word).append(' ');
            }
            cues.append("%n00:%02d:%02d.000 --> 00:%02d:%02d.500%n<v %s>%s</v>%n".formatted(
                    turn * 20 / 60, turn * 20 % 60, (turn * 20 + 15) / 60, (turn * 20 + 15) % 60, who, said.toString().strip()));
            text.append(who, 0, Math.min(who.length(), 10)).append(": ").append(heard.toString().strip()).append('\n');
        }
        Files.writeString(twice.resolve("Osei Lund discovery, second round with the whole buying committee.vtt"), cues);
        Files.writeString(twice.resolve("Osei Lund 12 Nov.txt"), text);
        return twice;
    }

    /** Files of no known tool: one whose fields can be guessed, one whose can't, and a table without telling headings. */
    public Path unknown() throws IOException {
        Path unknown = Files.createDirectories(folder.resolve("unknown"));
        Files.writeString(unknown.resolve("fenwick_labs_quarterly_export_of_every_conversation_with_a_long_name.json"), """
                {"talk":{"pieces":[{"whoSpoke":"Ines Kord","sentenceSaid":"Which of the yards floods first when it rains for a week?",\
                "tBegin":0.5,"tFinish":3.5},
                {"whoSpoke":"Tom Egan","sentenceSaid":"The one in the north, and nobody has fixed it since spring.","tBegin":4,"tFinish":9},
                {"whoSpoke":"Ines Kord","sentenceSaid":"What does an hour of standing still cost you there?","tBegin":9.5,"tFinish":12}]}}
                """);
        Files.writeString(unknown.resolve("guessed.json"), """
                {"rows":[{"speaker":"Ines Kord","text":"Which yard floods first?","start":0},{"speaker":"Tom Egan","text":"The north one, always.","start":4},
                {"speaker":"Ines Kord","text":"And is it fixed by now?","start":9}]}
                """);
        Files.writeString(unknown.resolve("odd.csv"), "kol,zin,t\nInes Kord,Which of them is under water today?,0\nTom Egan,Only the one in the "
                + "north.,4\nInes Kord,Then we begin with that one.,7\n");
        return unknown;
    }

    /** Leaves an import of which two of three files are still to be read. */
    public void cutOff() throws IOException {
        Path some = Files.createDirectories(folder.resolve("zoom-export-october-of-the-whole-northern-region"));
        List<ImportRuns.Item> items = new ArrayList<>();
        for (String customer : List.of("Ada", "Bo", "Cy")) {
            Path file = Files.writeString(some.resolve(customer + ".txt"),
                    "Rep: How is the depot, %1$s?%nCustomer: It is well, says %1$s.%n".formatted(customer));
            items.add(new ImportRuns.Item(items.size(), ImportRuns.Kind.TRANSCRIPT, file));
        }
        long run = workspace.imports().begin(List.of(some), items, ImportReport.EMPTY, java.time.Instant.parse("2026-11-20T09:30:00Z"));
        workspace.imports().settle(run, List.of(new ImportRuns.Settled(0, ImportReport.EMPTY)));
        dataScreen.refresh();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
