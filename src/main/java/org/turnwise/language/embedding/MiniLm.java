package org.turnwise.language.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The loaded model. Any thread, until it is closed; closing it while it runs would bring the process down. */
final class MiniLm implements AutoCloseable {

    static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

    /** The model was made for texts of this many pieces, with those that begin and end it. */
    private static final int WINDOW = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private MiniLm(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** @throws IllegalStateException if this machine has no library to run it with */
    static MiniLm load() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "turnwise");
            environment.setTelemetry(false);
            // More threads a text would be slower in all and would tie the result to their number.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            return new MiniLm(environment, environment.createSession(resource(MODEL), options), new WordPieces(vocabulary()));
        } catch (OrtException | LinkageError e) {
            throw new IllegalStateException(
                    "the text model can't be run on this machine (" + System.getProperty("os.name") + ", " + System.getProperty("os.arch")
                            + "); it needs Linux or macOS on x64 or ARM64, or Windows on x64, and room in the folder for temporary files",
                    e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = MiniLm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the text model " + name + " is missing from the build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the text model " + name + " can't be read", e);
        }
    }

    static Map<String, Integer> vocabulary() {
        ObjectMapper json = new ObjectMapper();
        JsonNode vocabulary = json.readTree(resource(VOCABULARY)).path("model").path("vocab");
        return new HashMap<>(json.convertValue(vocabulary, new TypeReference<Map<String, Integer>>() {}));
    }

    /**
     * The sum over the text's pieces of what the model makes of each. Longer texts than the model takes are read in parts.
     *
     * @param mostParts what comes after so many parts is not read
     * @return all 0 if the text has no pieces
     */
    double[] sum(String text, int mostParts) {
        long[] all = pieces.of(text);
        double[] sum = new double[Embedding.SIZE];
        int step = WINDOW - 2;
        int end = Math.min(all.length, mostParts * step);
        for (int from = 0; from < end; from += step) {
            addPart(Arrays.copyOfRange(all, from, Math.min(from + step, end)), sum);
        }
        return sum;
    }

    private void addPart(long[] part, double[] sum) {
        long[] input = new long[part.length + 2];
        input[0] = pieces.begin();
        System.arraycopy(part, 0, input, 1, part.length);
        input[input.length - 1] = pieces.end();
        long[] attended = new long[input.length];
        Arrays.fill(attended, 1);
        try (OnnxTensor ids = tensor(input);
                OnnxTensor mask = tensor(attended);
                OnnxTensor types = tensor(new long[input.length]);
                OrtSession.Result result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int piece = 0; piece < input.length; piece++) {
                for (int i = 0; i < Embedding.SIZE; i++) {
                    sum[i] += states.get(piece * Embedding.SIZE + i);
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the text model failed on a text of " + part.length + " pieces", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the text model can't be closed", e);
        }
    }
}
