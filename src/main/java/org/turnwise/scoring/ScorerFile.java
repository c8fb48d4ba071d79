package org.turnwise.scoring;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.turnwise.scoring.recogniser.RunningActs;

/** Scorers as {@code StoredObjects}. */
public final class ScorerFile {

    /** The bytes are not a scorer that this version of Turnwise can read; the message says why. */
    public static final class Unreadable extends RuntimeException {
        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    /** All that a scorer is made of. */
    static final Set<String> CLASSES = Set.of(
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.Map$Entry",
            "org.turnwise.scoring.Calibration",
            "org.turnwise.scoring.FinishedHead",
            "org.turnwise.scoring.RunningCalibration",
            "org.turnwise.scoring.RunningHead",
            "org.turnwise.scoring.Scorer$Parts",
            "org.turnwise.scoring.UsualRanges",
            "org.turnwise.scoring.ValueModel",
            "org.turnwise.call.Side",
            "org.turnwise.scoring.member.Block",
            "org.turnwise.scoring.member.LogisticRegression",
            "org.turnwise.scoring.member.MeaningModel",
            "org.turnwise.scoring.member.Members",
            "org.turnwise.scoring.member.ReadingsModel",
            "org.turnwise.scoring.member.TermModel",
            "org.turnwise.scoring.member.Vocabulary$Stored",
            "org.turnwise.scoring.novelty.FeatureNovelty",
            "org.turnwise.scoring.novelty.IsolationForest",
            "org.turnwise.scoring.novelty.MeaningNovelty",
            "org.turnwise.scoring.novelty.Novelty",
            "org.turnwise.scoring.novelty.Scale",
            "org.turnwise.scoring.recogniser.Family",
            "org.turnwise.scoring.recogniser.Recognised",
            "org.turnwise.scoring.recogniser.Recogniser",
            "smile.classification.AbstractClassifier",
            "smile.classification.GradientTreeBoost",
            "smile.data.formula.Formula",
            "smile.data.formula.Term",
            "smile.data.formula.Variable",
            "smile.data.type.DataType$ID",
            "smile.data.type.DoubleType",
            "smile.data.type.PrimitiveType",
            "smile.data.type.StructField",
            "smile.data.type.StructType",
            "smile.model.cart.CART",
            "smile.model.cart.InternalNode",
            "smile.model.cart.LeafNode",
            "smile.model.cart.OrdinalNode",
            "smile.model.cart.RegressionNode",
            "smile.regression.GradientTreeBoost",
            "smile.regression.RegressionTree",
            "smile.util.IntSet");

    private static final StoredObjects OBJECTS = new StoredObjects("TWSCORER3\n", "a scorer", CLASSES, 2_000_000, 256L << 20);

    private ScorerFile() {}

    static byte[] write(Scorer.Parts parts) {
        return OBJECTS.write(parts);
    }

    static Scorer.Parts read(byte[] bytes) {
        try {
            return checked(OBJECTS.read(bytes, Scorer.Parts.class));
        } catch (StoredObjects.Damaged e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        } catch (NullPointerException e) {
            throw new Unreadable("the stored scorer is incomplete", e);
        }
    }

    private static Scorer.Parts checked(Scorer.Parts parts) {
        if (parts.catalogue() != FeatureCatalogue.VERSION) {
            throw new Unreadable("the stored scorer reads features of version " + parts.catalogue() + ", this Turnwise has version " + FeatureCatalogue.VERSION
                    + ": train a new one");
        }
        boolean whole = Stream.of(
                                parts.vocabulary(), parts.recogniser(), parts.members(), parts.running(), parts.live(), parts.finished(), parts.complete(),
                                parts.novelty(),
                                parts.usual(), parts.value())
                        .allMatch(Objects::nonNull)
                && parts.vocabulary().whole()
                && parts.members().fits(
                        parts.vocabulary(), FeatureCatalogue.standard().size(), RunningActs.EACH * parts.recogniser().known().length)
                && parts.running().fits()
                && parts.finished().fits()
                && parts.live().whole()
                && parts.complete().whole()
                && parts.novelty().whole(FeatureCatalogue.standard().size())
                && parts.usual().low().length == FeatureCatalogue.standard().size();
        if (!whole) {
            throw new Unreadable("the stored scorer is incomplete");
        }
        return parts;
    }
}
