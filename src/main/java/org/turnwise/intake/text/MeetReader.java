package org.turnwise.intake.text;

import java.io.IOException;
import java.util.List;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * Google Meet's transcript as text or markdown: every few minutes a time on a line of its own, and under it {@code Name: words}. Notes and lists of
 * people that stand before the first time were not said. Times between are spread by words.
 */
public final class MeetReader implements TranscriptReader {

    private static final Format FORMAT = new Format("meet", TimingClass.BLOCK_COARSE);

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return MeetBlocks.areIn(glimpse.lines(), context);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> lines = decoded.text().lines().toList();
        MeetBlocks blocks = MeetBlocks.of(lines, context);
        CallDraft draft = new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(blocks.warnings()).said(blocks.segments());
        if (!blocks.ended() && !decoded.text().endsWith("\n")) {
            draft.warn(DecodedText.ENDS_WITHIN_A_LINE);
        }
        arrivals.call(draft.finish(1));
    }
}
