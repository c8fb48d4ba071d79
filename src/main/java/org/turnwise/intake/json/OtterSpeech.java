package org.turnwise.intake.json;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Otter's own JSON: offsets count samples of sound, 16,000 a second. */
final class OtterSpeech implements JsonFormat {

    private static final Format FORMAT = new Format("otter-json", TimingClass.SEGMENT_MS);
    private static final BigDecimal SAMPLES_A_MILLISECOND = BigDecimal.valueOf(16);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("transcripts").head();
        return first.has("transcript") && first.has("start_offset") && first.has("end_offset");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.at("title").text()).startedAt(call.first("start_time", "created_at").instant());
        Map<String, String> names = new HashMap<>();
        for (Value speaker : call.at("speakers").each()) {
            String id = speaker.first("id", "speaker_id").text();
            String name = speaker.first("speaker_name", "name").text();
            if (id != null && name != null) {
                names.put(id, name);
            }
        }
        for (Value piece : call.at("transcripts").rows()) {
            String id = piece.at("speaker_id").text();
            String label = piece.first("speaker_name", "speaker_model_label").text();
            String name = id == null ? label : names.getOrDefault(id, label);
            String speaker = id == null ? label : talk.person(id, name == null ? Talk.numbered(id) : name, Side.OTHER);
            talk.said(speaker, piece.at("transcript").text(), millis(piece.at("start_offset")), millis(piece.at("end_offset")));
        }
    }

    private static @Nullable Long millis(Value offset) throws Unreadable {
        if (!offset.isThere()) {
            return null;
        }
        if (!offset.node().isIntegralNumber() || offset.node().decimalValue().precision() > 15) {
            throw offset.wrong("must be a whole number of samples");
        }
        return offset.node().decimalValue().divideToIntegralValue(SAMPLES_A_MILLISECOND).longValue();
    }
}
