package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Folds;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.Training;
import org.turnwise.task.Progress;

/**
 * Cross-validation: each part of a corpus is forecast by what was learned from the other parts, no customer is in two of them, and everything that was
 * forecast is measured together. Learns from scratch for every part. Any thread; cancelled it leaves nothing behind.
 */
public final class Evaluation {

    /** With two, a scorer learns from half of the calls. */
    public static final int FEWEST_FOLDS = 2;

    private static final double LEARNING = .9;

    private final Learner learner;
    private final int folds;
    private final long seed;

    /** @param folds how many parts, at least {@value #FEWEST_FOLDS}; a corpus that can't be split into as many is refused rather than split into fewer */
    public Evaluation(Learner learner, int folds, long seed) {
        if (folds < FEWEST_FOLDS) {
            throw new IllegalArgumentException("there are at least " + FEWEST_FOLDS + " folds, not " + folds);
        }
        this.learner = learner;
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * @throws CannotEvaluate         if the corpus does not suffice, with the reason
     * @throws Training.TooFewOutcomes if the learner finds too little to learn from
     * @throws Training.CannotHoldOut  likewise
     * @throws CancellationException   if the progress says so
     */
    public EvaluationReport of(Corpus corpus, Progress progress) {
        return new Assessment(heldOut(corpus, progress.part(0, LEARNING)), seed).report(corpus.name(), corpus.leftOut(), folds, progress.part(LEARNING, 1));
    }

    /** What is measured, under the same conditions. */
    HeldOut heldOut(Corpus corpus, Progress progress) {
        int[] split = split(corpus, folds, seed);
        List<HeldOutCall> heldOut = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            heldOut.addAll(forecast(corpus.examples(), split, fold, progress.part((double) fold / folds, (fold + 1.0) / folds)));
        }
        return new HeldOut(heldOut);
    }

    private List<HeldOutCall> forecast(List<Example> examples, int[] split, int fold, Progress progress) {
        List<Example> training = new ArrayList<>();
        List<Example> held = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            (split[i] == fold ? held : training).add(examples.get(i));
        }
        String what = "Fold " + (fold + 1) + " of " + folds;
        Learner.Fitted fitted = learner.fit(training, seed, named(progress.part(0, .9), what));
        double prior = prior(training);
        List<HeldOutCall> forecast = new ArrayList<>();
        for (Example example : held) {
            progress.checkCancelled();
            progress.report(.9 + .1 * forecast.size() / held.size(), what + ": forecasting held-out calls");
            forecast.add(new HeldOutCall(
                    example.call().id(), example.call().group(), example.converted(), example.call().turns().size(), prior, fitted.forecasts(example.call())));
        }
        return forecast;
    }

    /** Says which fold a step of the learner's belongs to. */
    private static Progress named(Progress progress, String what) {
        return new Progress() {
            @Override
            public void report(double done, String step) {
                progress.report(done, what + ": " + step);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** Weighted share that converted. */
    private static double prior(List<Example> examples) {
        double all = examples.stream().mapToDouble(Example::weight).sum();
        return examples.stream().filter(Example::converted).mapToDouble(Example::weight).sum() / all;
    }

    /**
     * The fold in which each call is held out.
     *
     * @throws CannotEvaluate if the corpus can't be split so, with the reason
     */
    static int[] split(Corpus corpus, int folds, long seed) {
        List<Example> examples = corpus.examples();
        refuseTooFew(corpus);
        List<String> groups = examples.stream().map(example -> example.call().group()).distinct().toList();
        if (groups.size() == 1) {
            throw new CannotEvaluate("all " + examples.size() + " calls of " + corpus.name() + " belong to one customer, \"" + groups.getFirst()
                    + "\" (meta.group), so none can be held out; leave meta.group away where calls have nothing to do with each other");
        }
        if (groups.size() < folds) {
            throw new CannotEvaluate("the calls of " + corpus.name() + " belong to " + groups.size() + " customers (meta.group), and each of " + folds
                    + " folds needs one at least; take fewer: --folds " + groups.size());
        }
        List<Folds.Member> members = examples.stream().map(example -> new Folds.Member(example.call().group(), example.converted())).toList();
        int[] split = Folds.split(members, folds, seed)
                .filter(found -> Folds.count(found) == folds)
                .orElseThrow(() -> new CannotEvaluate(corpus.name() + " can't be split into " + folds
                        + " folds that each leave calls of both outcomes to learn from, "
                        + "because its customers (meta.group) are too few or too unequal; take fewer folds"));
        refuseThinFolds(corpus, split, folds);
        return split;
    }

    private static void refuseTooFew(Corpus corpus) {
        int calls = corpus.examples().size();
        int converted = (int) corpus.examples().stream().filter(Example::converted).count();
        if (calls == 0) {
            throw new CannotEvaluate("of the " + corpus.leftOut() + " calls in " + corpus.name()
                    + ", none says in \"outcome\" whether it converted (1) or not (0), "
                    + "and has both a rep and a customer");
        }
        if (converted == 0 || converted == calls) {
            throw new CannotEvaluate("all " + calls + " calls in " + corpus.name() + " with a known outcome "
                    + (converted == 0 ? "failed to convert" : "converted")
                    + "; to evaluate, calls of both kinds are needed");
        }
        if (Math.min(converted, calls - converted) < Training.FEWEST_A_CLASS) {
            throw new CannotEvaluate("to evaluate, more than " + Training.FEWEST_A_CLASS + " calls that converted and as many that did not are needed; "
                    + corpus.name() + " has " + converted + " and " + (calls - converted));
        }
    }

    private static void refuseThinFolds(Corpus corpus, int[] split, int folds) {
        for (int fold = 0; fold < folds; fold++) {
            int yes = 0;
            int no = 0;
            for (int i = 0; i < split.length; i++) {
                yes += split[i] != fold && corpus.examples().get(i).converted() ? 1 : 0;
                no += split[i] != fold && !corpus.examples().get(i).converted() ? 1 : 0;
            }
            if (Math.min(yes, no) < Training.FEWEST_A_CLASS) {
                throw new CannotEvaluate(corpus.name() + " has too few calls: without fold " + (fold + 1) + " of " + folds + ", "
                        + yes + " that converted and " + no + " that did not are left to learn from, and " + Training.FEWEST_A_CLASS + " of each are needed");
            }
        }
    }
}
