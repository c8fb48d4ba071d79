package org.turnwise.ui.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.RepRoster;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.task.Progress;
import org.turnwise.ui.common.Texts;

/** Finds who must be placed, and who can be placed anew. Reads whole calls; any thread. */
final class SpeakerFinder {

    /** Most calls that a search lists. */
    static final int MOST_FOUND = 50;

    private static final int SAMPLE = 90;

    private final CallRepository calls;

    SpeakerFinder(CallRepository calls) {
        this.calls = calls;
    }

    /** Participants without a side in calls whose sides are not settled, a name at a time, those in most calls first. */
    List<Speaker> unsettled(Progress progress) {
        Map<String, Tally> byName = new LinkedHashMap<>();
        RepRoster roster = new RepRoster(calls.repRoster().keySet());
        List<CallSummary> open = calls.summaries().stream().filter(call -> !call.sidesSettled()).toList();
        for (CallSummary summary : open) {
            progress.checkCancelled();
            calls.find(summary.id()).ifPresent(call -> tally(call, roster, byName));
        }
        return byName.values().stream().map(Tally::speaker)
                .sorted((a, b) -> Integer.compare(b.places().size(), a.places().size())).toList();
    }

    private static void tally(Call call, RepRoster roster, Map<String, Tally> byName) {
        boolean repKnown = call.participants().stream().anyMatch(p -> p.side() == Side.REP || roster.knows(p).isPresent());
        boolean customerKnown = call.participants().stream().anyMatch(p -> p.side() == Side.CUSTOMER);
        for (Participant participant : call.participants()) {
            if (participant.side() == Side.OTHER) {
                Side proposed = SideWords.isBot(participant.name()) ? Side.OTHER
                        : roster.knows(participant).isPresent() ? Side.REP
                        : repKnown && !customerKnown ? Side.CUSTOMER
                        : customerKnown && call.participants().size() == 2 ? Side.REP : null;
                byName.computeIfAbsent(normal(participant.name()), name -> new Tally(participant.name())).add(call, participant, proposed);
            }
        }
    }

    /** Participants of calls whose title or id has this text, call by call. */
    List<Speaker> matching(String text, Progress progress) {
        String wanted = normal(text);
        List<Speaker> found = new ArrayList<>();
        Stream<CallSummary> named = calls.summaries().stream().filter(call -> normal(call.title() + " " + call.id() + " " + call.rep()).contains(wanted));
        named.limit(MOST_FOUND).forEach(summary -> {
            progress.checkCancelled();
            Optional<Call> call = calls.find(summary.id());
            call.ifPresent(there -> there.participants().forEach(participant -> {
                Tally tally = new Tally(participant.name());
                tally.add(there, participant, null);
                Speaker speaker = tally.speaker();
                found.add(new Speaker(participant.name(), speaker.places(), there.title(), participant.side(), null, speaker.reason()));
            }));
        });
        return found;
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What one name says over all its calls. */
    private static final class Tally {
        private final String name;
        private final List<Speaker.Place> places = new ArrayList<>();
        private final Set<@Nullable Side> proposals = new HashSet<>();
        private String callTitle = "";
        private String sample = "";
        private long words;
        private long allWords;

        Tally(String name) {
            this.name = name;
        }

        void add(Call call, Participant participant, @Nullable Side proposed) {
            places.add(new Speaker.Place(call.id(), participant.key()));
            proposals.add(proposed);
            callTitle = call.title();
            for (Turn turn : call.turns()) {
                long said = turn.text().split("\\s+").length;
                allWords += said;
                if (turn.speaker().equals(participant.key())) {
                    words += said;
                    // the longest of the first things said tells most about who is speaking
                    if (turn.ordinal() < 12 && turn.text().length() > sample.length() && sample.length() < SAMPLE) {
                        sample = turn.text();
                    }
                }
            }
        }

        Speaker speaker() {
            Side proposed = proposals.size() == 1 ? proposals.iterator().next() : null;
            String why = proposed == null ? "" : Texts.text(switch (proposed) {
                case REP -> "data.why.rep";
                case CUSTOMER -> "data.why.customer";
                case OTHER -> "data.why.other";
            }) + "; ";
            long share = allWords == 0 ? 0 : Math.round(100.0 * words / allWords);
            String cut = sample.length() > SAMPLE ? sample.substring(0, SAMPLE).strip() + "…" : sample;
            return new Speaker(name, places, callTitle, null, proposed, why + Texts.text("data.says", share, cut.replace('\n', ' ')));
        }
    }
}
