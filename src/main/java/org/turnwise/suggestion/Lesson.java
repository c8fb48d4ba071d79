package org.turnwise.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.recogniser.CallLabels;
import org.turnwise.scoring.recogniser.Family;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.WorkspaceLabels;
import org.turnwise.task.Progress;

/**
 * What people's labels teach of one call.
 *
 * @param fold     of the customer
 * @param labelled what was read as stage, act or objection
 * @param blank    turns that a reader was done with and left without an act
 */
record Lesson(int fold, List<LabelledTurn> labelled, List<Blank> blank) {

    /** So many recognisers; each customer's calls are suggested to by the one that did without their fold. */
    static final int FOLDS = 4;

    /** @param meaning the turn's embedding */
    record Blank(Side side, float[] meaning) {}

    /** What is known of a call before its turns are embedded. */
    record Source(Call call, CallLabels labels, boolean submitted) {

        Set<String> texts() {
            Set<String> texts = new LinkedHashSet<>();
            labels.turns().forEach(on -> texts.add(call.turns().get(on.ordinal()).text()));
            if (submitted) {
                call.turns().forEach(turn -> texts.add(turn.text()));
            }
            return texts;
        }

        /** For counting: turns without their meaning. */
        Lesson unread() {
            return new Lesson(fold(call.group()), labels.labelled(call, turn -> new float[0]), List.of());
        }

        Lesson read(Map<String, float[]> meanings) {
            float[] none = Embedding.NONE.values();
            List<Blank> blank = new ArrayList<>();
            if (submitted) {
                Set<Integer> acting = new TreeSet<>();
                labels.turns().stream().filter(on -> on.family() == Family.ACT).forEach(on -> acting.add(on.ordinal()));
                for (Turn turn : call.turns()) {
                    if (!acting.contains(turn.ordinal())) {
                        blank.add(new Blank(call.sideOf(turn), meanings.getOrDefault(turn.text(), none)));
                    }
                }
            }
            return new Lesson(fold(call.group()), labels.labelled(call, turn -> meanings.getOrDefault(turn.text(), none)), blank);
        }
    }

    /** By the customer's name alone, so that no label moves it. */
    static int fold(String group) {
        return new SplittableRandom(group.hashCode()).nextInt(FOLDS);
    }

    /** Calls that people labeled as far as the reader may see it, in order of id. What the calls' source says of their turns is no analyst's label. */
    static List<Source> sources(String reader, Journal journal, CallRepository calls, LabelScheme scheme, Progress progress) {
        WorkspaceLabels labels = WorkspaceLabels.seenBy(reader, journal, scheme);
        Set<CallId> leftOut = calls.leftOut();
        List<CallId> read = journal.labelCounts().keySet().stream().filter(id -> !leftOut.contains(id)).sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / read.size(), "Reading labeled calls");
            CallId id = read.get(i);
            boolean submitted = labels.submitted(id);
            calls.find(id).filter(Call::sidesSettled).ifPresent(call -> {
                CallLabels ofPeople = ofPeople(labels.of(call));
                if (ofPeople.teach()) {
                    sources.add(new Source(call, ofPeople, submitted));
                }
            });
        }
        return sources;
    }

    private static CallLabels ofPeople(CallLabels labels) {
        return new CallLabels(labels.turns().stream().filter(on -> on.family() != Family.SOURCE).toList(), labels.deltas());
    }

    static List<Lesson> read(List<Source> sources, Embeddings embeddings, Progress progress) {
        Set<String> texts = new LinkedHashSet<>();
        sources.forEach(source -> texts.addAll(source.texts()));
        Map<String, float[]> meanings = meanings(texts, embeddings, progress);
        return sources.stream().map(source -> source.read(meanings)).toList();
    }

    static Map<String, float[]> meanings(Set<String> texts, Embeddings embeddings, Progress progress) {
        Map<String, float[]> meanings = new HashMap<>();
        embeddings.of(texts, progress).forEach((text, embedding) -> meanings.put(text, embedding.values()));
        return meanings;
    }
}
