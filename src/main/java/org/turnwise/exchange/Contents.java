package org.turnwise.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.call.CallId;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.JsonNode;

/**
 * A bundle's parts, read and checked.
 *
 * @param hashes by call, the {@link org.turnwise.call.ContentHash} of what its labels were put on
 */
record Contents(List<Entry> entries, Map<CallId, String> hashes, List<ImportedCall> calls, String scheme) {

    static final String EDITS = "edits.jsonl";
    static final String HASHES = "hashes.jsonl";
    static final String CALLS = "calls.jsonl";
    static final String SCHEME = "scheme.json";

    static Contents read(BundleReader bundle, String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        bundle.lines(EDITS, (line, number) -> entries.add(EntryJson.read(line)));
        Map<CallId, String> hashes = new HashMap<>();
        bundle.lines(HASHES, (line, number) -> hash(line, hashes));
        List<ImportedCall> calls = new ArrayList<>();
        if (bundle.has(CALLS)) {
            bundle.lines(CALLS, (line, number) -> calls.add(call(line, name, number)));
        }
        StringBuilder scheme = new StringBuilder();
        bundle.lines(SCHEME, (line, number) -> scheme.append(line).append('\n'));
        Contents contents = new Contents(entries, hashes, calls, scheme.toString());
        contents.checkComplete(bundle);
        return contents;
    }

    private static void hash(String line, Map<CallId, String> hashes) {
        try {
            JsonNode json = EntryJson.JSON.readTree(line);
            hashes.put(new CallId(EntryJson.text(json, "call", CallId.MAX_LENGTH)), EntryJson.text(json, "content", 64));
        } catch (RuntimeException e) {
            throw new BadBundle("should name a call and the SHA-256 of its content: " + e.getMessage(), e);
        }
    }

    private static ImportedCall call(String line, String name, int number) {
        try {
            return ConversationJsonl.read(line, name, number);
        } catch (Unreadable e) {
            throw new BadBundle("is no call: " + e.getMessage(), e);
        }
    }

    /** Every edit that one of them knew of must be with it, else what stands could depend on the order in which bundles come. */
    private void checkComplete(BundleReader bundle) {
        Set<UUID> ids = new HashSet<>();
        Map<UUID, Set<Long>> places = new HashMap<>();
        for (Entry entry : entries) {
            if (!ids.add(entry.id())) {
                throw bundle.bad(EDITS + ": holds edit " + entry.id() + " twice", null);
            }
            places.computeIfAbsent(entry.stamp().origin(), origin -> new HashSet<>()).add(entry.stamp().place());
        }
        for (Entry entry : entries) {
            UUID reverts = entry.reverts();
            boolean whole = entry.stamp().clock() <= entries.size()
                    && places.getOrDefault(entry.stamp().origin(), Set.of()).size() >= entry.stamp().place()
                    && entry.stamp().seen().entrySet().stream().allMatch(seen -> places.getOrDefault(seen.getKey(), Set.of()).contains(seen.getValue()))
                    && (reverts == null || ids.contains(reverts));
            if (!whole) {
                throw bundle.bad(EDITS + ": lacks edits that were made before edit " + entry.id() + " (\"" + entry.what() + "\"); get the bundle again", null);
            }
        }
        if (entries.size() != bundle.manifest().edits() || calls.size() != bundle.manifest().calls()) {
            throw bundle.bad("holds another number of edits or calls than its manifest says", null);
        }
    }
}
