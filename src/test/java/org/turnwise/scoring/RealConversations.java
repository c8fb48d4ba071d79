package org.turnwise.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads the conversation JSONL sets that lie beside a checkout, if they do. */
final class RealConversations {

    static final Path FOLDER = Path.of("..", "shared", "data");

    /** How many conversations of a set the suite reads; {@code -Dturnwise.conversations=all} takes all, which takes minutes. */
    private static final String MOST = System.getProperty("turnwise.conversations", "250");

    private RealConversations() {}

    /** Whether whole sets are read. */
    static boolean all() {
        return MOST.equals("all");
    }

    static List<Example> read(String file) throws IOException {
        // the sets were written by Python, which writes NaN where nothing is known
        ObjectMapper json = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
        List<Example> examples = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && (all() || examples.size() < Integer.parseInt(MOST)); line = lines.readLine()) {
                JsonNode one = json.readTree(line);
                List<Turn> turns = new ArrayList<>();
                for (JsonNode turn : one.get("turns")) {
                    if (!turn.get("text").asString().isBlank()) {
                        turns.add(new Turn(turns.size(), turn.get("speaker").asString(), turn.get("text").asString(), null, null));
                    }
                }
                String id = one.get("id").asString();
                JsonNode group = one.path("meta").path("group");
                List<Participant> both = List.of(new Participant("rep", "rep", Side.REP), new Participant("customer", "customer", Side.CUSTOMER));
                Call call = new Call(
                        new CallId(id), id, new Source("jsonl", file, null), TimingClass.NONE, null, group.isMissingNode() ? id : group.asString(), both, turns);
                boolean converted = one.get("outcome").asInt() == 1;
                examples.add(new Example(call, converted, 1, converted ? 1.0 : -1.0));
            }
        }
        return examples;
    }
}
