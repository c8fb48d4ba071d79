package org.turnwise.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.turnwise.cli.Cli;
import org.turnwise.cli.Console;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command line in this process: what it printed, and its exit code. */
record CommandLineRun(int code, String out, String err) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    static CommandLineRun of(Path workspace, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        List<String> line = new ArrayList<>(List.of("-w", workspace.toString()));
        Arrays.stream(args).map(String::valueOf).forEach(line::add);
        int code = new Cli(new Machine(console, Map.of()), console).run(line.toArray(String[]::new));
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /** Exactly one document, or this fails. */
    JsonNode json() {
        return JSON.readTree(out);
    }
}
