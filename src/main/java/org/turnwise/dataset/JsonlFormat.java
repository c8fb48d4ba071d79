package org.turnwise.dataset;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;

/** A line a call, as conversation JSONL in UTF-8, written and read back by the same class that imports it. */
final class JsonlFormat implements FileFormat {

    @Override
    public String fileName() {
        return "calls.jsonl";
    }

    @Override
    public Sink sink(OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return new Sink() {
            @Override
            public void write(ExportedCall exported) throws IOException {
                writer.write(line(exported));
                writer.write('\n');
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    private static String line(ExportedCall exported) {
        OutcomeKind outcome = exported.known() == null ? null : exported.known().kind();
        ImportedCall call = new ImportedCall(TurnLabels.laidOver(exported), outcome, exported.annotations(), List.of(), 1);
        return LoneSurrogates.escaped(ConversationJsonl.write(call, origin(exported.known())));
    }

    /** Who says so of the signals that say it; the most believed one. */
    private static RewardSignal.@Nullable Origin origin(Outcomes.@Nullable Known known) {
        return known == null
                ? null
                : known.signals().stream()
                        .filter(signal -> signal.kind() == known.kind())
                        .max(Comparator.comparingDouble(RewardSignal::reliability))
                        .map(RewardSignal::origin)
                        .orElse(null);
    }

    @Override
    public List<String> facts(ExportedCall exported) {
        boolean labeled = exported.annotations().stream().anyMatch(annotation -> annotation.kind() == LabelKind.OUTCOME);
        boolean amongAnnotations = labeled && origin(exported.known()) == RewardSignal.Origin.ANALYST;
        OutcomeKind outcome = exported.known() == null || amongAnnotations ? null : exported.known().kind();
        return facts(TurnLabels.laidOver(exported), outcome, exported.annotations());
    }

    @Override
    public void readBack(InputStream in, String name, BiConsumer<String, List<String>> each) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            ImportedCall read = read(line, name, ++number);
            each.accept(read.call().id().value(), facts(read.call(), read.outcome(), read.annotations()));
        }
    }

    private static ImportedCall read(String line, String name, int number) {
        try {
            ImportedCall read = ConversationJsonl.read(line, name, number);
            if (!read.warnings().isEmpty()) {
                throw new DatasetExport.Mismatch(name + ", line " + number + " reads back with a doubt: " + read.warnings().getFirst());
            }
            return read;
        } catch (Unreadable e) {
            throw new DatasetExport.Mismatch(name + ", line " + number + " can't be read back: " + e.getMessage());
        }
    }

    /** One for the call as a whole, one a participant, turn and annotation. */
    private static List<String> facts(Call call, @Nullable OutcomeKind outcome, List<Annotation> annotations) {
        List<String> facts = new ArrayList<>();
        facts.add(String.join("\u0000", call.id().value(), call.title(), call.timing().name(), String.valueOf(call.startedAt()), call.group(),
                String.valueOf(outcome), call.source().toString()));
        call.participants().forEach(participant -> facts.add(participant.toString()));
        call.turns().forEach(turn -> facts.add(turn.toString()));
        annotations.forEach(annotation -> facts.add(annotation.toString()));
        return facts;
    }
}
