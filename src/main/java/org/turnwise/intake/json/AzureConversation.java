package org.turnwise.intake.json;

import java.util.List;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** Azure's conversation items, as its language service takes them: participants, often with their role, and times only where they were asked for, in ticks. */
final class AzureConversation implements JsonFormat {

    private static final Format FORMAT = new Format("azure-conversation", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return document.at("conversationItems").head().has("participantId")
                || conversations(document).stream().anyMatch(conversation -> conversation.at("conversationItems").isArray());
    }

    private static List<Value> conversations(Value document) {
        return document.has("analysisInput") ? document.at("analysisInput").at("conversations").each() : document.at("conversations").each();
    }

    @Override
    public List<Value> calls(Value document) {
        return document.has("conversationItems") ? List.of(document) : conversations(document);
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value item : call.at("conversationItems").rows()) {
            String id = item.at("participantId").text();
            Side side = item.at("role").says("Agent") ? Side.REP : item.at("role").says("Customer") ? Side.CUSTOMER : Side.OTHER;
            Value timing = item.at("conversationItemLevelTiming");
            Long start = timing.at("offset").time(TimeScale.TICKS);
            Long lasting = timing.at("duration").time(TimeScale.TICKS);
            Long end = start == null || lasting == null ? null : Long.valueOf(start + lasting);
            talk.said(id == null ? null : talk.person(id, id, side), item.first("text", "itn", "lexical").text(), start, end);
        }
    }
}
