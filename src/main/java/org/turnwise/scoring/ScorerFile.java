package org.turnwise.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.turnwise.scoring.recogniser.RunningActs;

/**
 * Scorers as bytes: a mark, then a compressed object stream. Reading lets only the classes through that a scorer is made of, and only so many and so deep,
 * because a workspace file may come from somebody else.
 */
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

    private static final byte[] MARK = "TWSCORER3\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DEEP = 40;
    private static final long MOST_REFERENCES = 2_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long LONGEST_ARRAY = 1_000_000;

    private static final Set<String> ALLOWED = Set.of(
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
            "org.turnwise.scoring.Novelty",
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
            "org.turnwise.scoring.recogniser.Family",
            "org.turnwise.scoring.recogniser.Recognised",
            "org.turnwise.scoring.recogniser.Recogniser",
            "smile.anomaly.IsolationForest",
            "smile.anomaly.IsolationTree",
            "smile.anomaly.IsolationTree$Node",
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

    private ScorerFile() {}

    static byte[] write(Scorer.Parts parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MARK);
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(parts);
        } catch (IOException e) {
            throw new UncheckedIOException("a scorer can't be written to memory", e);
        }
        return bytes.toByteArray();
    }

    static Scorer.Parts read(byte[] bytes) {
        if (bytes.length < MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new Unreadable("these bytes are not a scorer");
        }
        try (InputStream compressed = new ByteArrayInputStream(bytes, MARK.length, bytes.length - MARK.length);
                ObjectInputStream in = new ObjectInputStream(new GZIPInputStream(compressed))) {
            in.setObjectInputFilter(ScorerFile::check);
            if (in.readObject() instanceof Scorer.Parts parts) {
                return checked(parts);
            }
            throw new Unreadable("these bytes hold something other than a scorer");
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // a stream put together by hand can make constructors and casts fail as well
            throw new Unreadable("the stored scorer can't be read: " + e.getMessage(), e);
        }
    }

    private static Scorer.Parts checked(Scorer.Parts parts) {
        if (parts.catalogue() != FeatureCatalogue.VERSION) {
            throw new Unreadable("the stored scorer reads features of version " + parts.catalogue() + ", this Turnwise has version " + FeatureCatalogue.VERSION
                    + ": train a new one");
        }
        boolean whole = Stream.of(
                                parts.vocabulary(), parts.recogniser(), parts.members(), parts.running(), parts.live(), parts.finished(), parts.complete(), parts.novelty(),
                                parts.usual(), parts.value())
                        .allMatch(Objects::nonNull)
                && parts.vocabulary().whole()
                && parts.members().fits(
                        parts.vocabulary(), FeatureCatalogue.standard().size(), RunningActs.EACH * parts.recogniser().known().length)
                && parts.running().fits()
                && parts.finished().fits()
                && parts.live().whole()
                && parts.complete().whole()
                && parts.usual().low().length == FeatureCatalogue.standard().size();
        if (!whole) {
            throw new Unreadable("the stored scorer is incomplete");
        }
        return parts;
    }

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        if (info.depth() > MOST_DEEP || info.references() > MOST_REFERENCES || info.streamBytes() > MOST_BYTES || info.arrayLength() > LONGEST_ARRAY) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return type.isPrimitive() || ALLOWED.contains(type.getName()) ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }
}
