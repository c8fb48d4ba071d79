package org.turnwise.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.ContentHash;
import org.turnwise.intake.reading.ImportedCall;

/** Collects what an import would store. */
final class Previewing {

    private final CallRepository calls;
    private final SideProposer proposer;
    private final List<Importer.Previewed> previewed = new ArrayList<>();
    private final Map<String, CallId> seen = new HashMap<>();
    private final Set<CallId> ids = new HashSet<>();

    Previewing(CallRepository calls, SideProposer proposer) {
        this.calls = calls;
        this.proposer = proposer;
    }

    void preview(String file, ImportedCall read, FileReport report) {
        String content = ContentHash.of(read.call().turns());
        CallId id = read.call().id();
        CallId same = calls.withContent(content).orElse(seen.get(content));
        if (same != null) {
            report.duplicate(new ImportReport.Duplicate(file, read.line(), same));
        } else if (ids.contains(id) || calls.find(id).isPresent()) {
            report.failed(Storing.idTaken(file, read));
        } else {
            seen.put(content, id);
            ids.add(id);
            SideProposer.Proposal proposal = proposer.propose(read.call());
            ImportedCall placed = new ImportedCall(proposal.call(), read.outcome(), read.annotations(), read.warnings(), read.line());
            previewed.add(new Importer.Previewed(file, placed.warning(proposal.warnings())));
        }
    }

    List<Importer.Previewed> calls() {
        return List.copyOf(previewed);
    }
}
