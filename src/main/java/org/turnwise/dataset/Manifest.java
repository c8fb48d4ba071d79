package org.turnwise.dataset;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Counts what goes into a dataset, and says it. */
final class Manifest {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private int calls;
    private int turns;
    private int annotations;
    private int leftOut;
    private final Map<LabelKind, Map<String, Integer>> labels = new EnumMap<>(LabelKind.class);
    private final Map<Target.Level, Integer> levels = new EnumMap<>(Target.Level.class);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> annotators = new TreeMap<>();
    private final Map<String, Integer> schemes = new TreeMap<>();

    void count(ExportedCall call) {
        calls++;
        turns += call.call().turns().size();
        annotations += call.annotations().size();
        for (Annotation annotation : call.annotations()) {
            labels.computeIfAbsent(annotation.kind(), kind -> new TreeMap<>()).merge(annotation.label(), 1, Integer::sum);
            levels.merge(annotation.target().level(), 1, Integer::sum);
            annotators.merge(annotation.annotator(), 1, Integer::sum);
            schemes.merge(annotation.scheme(), 1, Integer::sum);
        }
        if (call.known() != null) {
            outcomes.merge(call.known().kind().name(), 1, Integer::sum);
        }
    }

    /** A call that is another recording of one that is in the dataset. */
    void leftOut() {
        leftOut++;
    }

    int calls() {
        return calls;
    }

    int annotations() {
        return annotations;
    }

    /**
     * @param file          name of the dataset, beside which the manifest lies
     * @param scheme        the scheme labels are chosen from now; what older annotations were chosen from is counted apart
     * @param scorer        number of the active scorer version, or null
     * @param policyVersion of the rewards
     */
    record Circumstances(
            String file,
            DatasetExport.Format format,
            long bytes,
            String sha256,
            String scheme,
            @Nullable Integer scorer,
            int policyVersion,
            Map<String, String> filters,
            boolean unlabeled,
            String tool,
            Instant created,
            @Nullable Rewards rewards) {}

    /** The file that says how the calls came to their rewards. @param calls how many of them it speaks of */
    record Rewards(String file, int calls, String sha256) {}

    String text(Circumstances circumstances) {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("file", circumstances.file());
        manifest.put("format", circumstances.format().name().toLowerCase(Locale.ROOT));
        manifest.put("bytes", circumstances.bytes());
        manifest.put("sha256", circumstances.sha256());
        manifest.put("calls", calls);
        manifest.put("turns", turns);
        manifest.put("annotations", annotations);
        manifest.put("annotationLevels", levels());
        manifest.put("labels", byName());
        manifest.put("outcomes", outcomes);
        manifest.put("annotators", annotators);
        manifest.put("scheme", circumstances.scheme());
        manifest.put("annotationSchemes", schemes);
        manifest.put("scorerVersion", circumstances.scorer());
        manifest.put("rewardPolicyVersion", circumstances.policyVersion());
        manifest.put("leftOutAsDuplicates", leftOut);
        manifest.put("rewards", circumstances.rewards());
        manifest.put("filters", circumstances.filters());
        manifest.put("unlabeledToo", circumstances.unlabeled());
        manifest.put("tool", "turnwise " + circumstances.tool());
        manifest.put("created", circumstances.created().toString());
        return MAPPER.writeValueAsString(manifest) + "\n";
    }

    private Map<String, Map<String, Integer>> byName() {
        Map<String, Map<String, Integer>> byName = new LinkedHashMap<>();
        labels.forEach((kind, counts) -> byName.put(kind.name().toLowerCase(Locale.ROOT), counts));
        return byName;
    }

    private Map<String, Integer> levels() {
        Map<String, Integer> byName = new LinkedHashMap<>();
        levels.forEach((level, count) -> byName.put(level.name().toLowerCase(Locale.ROOT), count));
        return byName;
    }
}
