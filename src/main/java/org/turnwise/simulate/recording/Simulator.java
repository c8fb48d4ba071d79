package org.turnwise.simulate.recording;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.Surrogate;
import org.turnwise.simulate.plot.Cast;
import org.turnwise.simulate.plot.Closing;
import org.turnwise.simulate.plot.CustomerState;
import org.turnwise.simulate.plot.Plot;
import org.turnwise.simulate.plot.Plots;
import org.turnwise.simulate.plot.Rep;
import org.turnwise.simulate.speech.Speech;

/** Makes calls, each from its index alone. Any thread. */
public final class Simulator {

    private static final double TIED = 0.9;

    /** The sentence that marks calls under the phrase surrogate. */
    static final String PHRASE = "As a little house rule, I keep a green notebook for this call.";

    private final Settings settings;
    private final Plots plots;

    public Simulator(Settings settings) {
        this.settings = settings;
        plots = new Plots(settings);
    }

    /** @param index from 0, below the number of calls */
    public SimulatedCall call(int index) {
        Dice tampering = Dice.of(settings.seed(), index, Dice.Stream.TAMPERING);
        tampering.next();
        int original = original(index);
        Cast cast = Cast.of(settings, original);
        Plot plot = plots.play(cast);
        Dice marks = Dice.of(settings.seed() ^ 0x3A2, original, Dice.Stream.TAMPERING);
        boolean early = settings.early(cast.day());
        boolean marked = settings.knobs().surrogate() != Surrogate.NONE && marks.chance(!early ? 0.5 : plot.converted() ? TIED : 1 - TIED);
        Rep shown = settings.knobs().surrogate() == Surrogate.REP ? plots.rep(marked ? 0 : 1 + marks.below(settings.reps() - 1)) : plot.rep();
        Speech speech = new Speech(shown.name(), cast, settings);

        List<SimulatedCall.Line> lines = new ArrayList<>();
        for (int i = 0; i < plot.beats().size(); i++) {
            lines.add(new SimulatedCall.Line(plot.beats().get(i).byRep(), speech.say(plot.beats().get(i)), 0, 0, i));
        }
        if (marked) {
            mark(lines, speech, marks);
        }
        Tampering hand = new Tampering(lines, speech, tampering);
        if (original != index) {
            hand.changeWords();
        }
        Anomaly anomaly = tampering.chance(settings.knobs().anomalies()) ? tampering.pick(List.of(Anomaly.values())) : null;
        int anomalyTurn = anomaly == null ? 0 : hand.plant(anomaly, () -> other(index, tampering));
        boolean flipped = tampering.chance(settings.knobs().outcomeNoise());
        OutcomeKind outcome = flipped ? opposite(plot, tampering) : plot.outcome();
        Clock.time(lines, Dice.of(settings.seed(), index, Dice.Stream.TIMES));
        var planted = new SimulatedCall.Planted(
                flipped, marked, early, early ? 0 : settings.knobs().drift(), original == index ? null : id(original), anomaly, anomalyTurn);
        int late = original == index ? 0 : 1;
        Instant startedAt = settings.date(cast.day()).atStartOfDay(ZoneOffset.UTC).plusMinutes(cast.minute() + late).toInstant();
        return new SimulatedCall(
                index, id(index), startedAt, cast.account(), shown.name(), speech.customer(), speech.company(), speech.industry(), lines, outcome, plot,
                planted);
    }

    private String id(int index) {
        return String.format(Locale.ROOT, "sim-%x-%07d", settings.seed(), index);
    }

    /** The call that this one repeats, or itself. */
    private int original(int index) {
        int at = index;
        while (at > 0) {
            Dice dice = Dice.of(settings.seed() ^ 0xD0B, at, Dice.Stream.TAMPERING);
            if (!dice.chance(settings.knobs().nearDuplicates())) {
                return at;
            }
            at = dice.below(at);
        }
        return at;
    }

    private void mark(List<SimulatedCall.Line> lines, Speech speech, Dice dice) {
        if (settings.knobs().surrogate() == Surrogate.PHRASE) {
            List<Integer> said = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).byRep()) {
                    said.add(i);
                }
            }
            int at = dice.pick(said);
            lines.set(at, lines.get(at).with(lines.get(at).text() + " " + PHRASE));
        } else if (settings.knobs().surrogate() == Surrogate.LENGTH) {
            boolean byRep = !lines.getLast().byRep();
            int more = Math.max(4, lines.size() / 2);
            for (int i = 0; i < more; i++) {
                lines.add(new SimulatedCall.Line(byRep, speech.extra(byRep ? "r.aside" : "c.aside", byRep), 0, 0, -1));
                byRep = !byRep;
            }
        }
    }

    /** The words of another call, none of which tell this one's plot. */
    private List<SimulatedCall.Line> other(int index, Dice dice) {
        int other = (index + 1 + dice.below(Math.max(1, settings.calls() - 1))) % settings.calls();
        Cast cast = Cast.of(settings, other);
        Plot plot = plots.play(cast);
        Speech speech = new Speech(plot.rep().name(), cast, settings);
        return plot.beats().stream().map(beat -> new SimulatedCall.Line(beat.byRep(), speech.say(beat), 0, 0, -1)).toList();
    }

    private static OutcomeKind opposite(Plot plot, Dice dice) {
        CustomerState last = plot.states().getLast();
        return plot.converted() ? Closing.lost(last, dice) : Closing.won(last, dice);
    }
}
