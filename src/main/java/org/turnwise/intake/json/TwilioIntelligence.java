package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/**
 * Twilio Voice Intelligence: sentences by media channel, seconds as text. Which channel is the agent's is a setting of the account, so that sides stay open.
 */
final class TwilioIntelligence implements JsonFormat {

    private static final Format FORMAT = new Format("twilio", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.isArray() ? document.head() : document.at("sentences").head();
        return first.has("media_channel") && first.has("transcript") || first.has("mediaChannel") && first.has("transcript");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value sentence : call.isArray() ? call.each() : call.at("sentences").rows()) {
            String channel = sentence.first("media_channel", "mediaChannel").text();
            talk.said(channel == null ? null : "Channel " + channel, sentence.at("transcript").text(),
                    sentence.first("start_time", "startTime").time(TimeScale.SECONDS), sentence.first("end_time", "endTime").time(TimeScale.SECONDS));
        }
    }
}
