package org.turnwise.intake.text;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Captions that Zoom saved on somebody's machine: {@code [Jo Bell] 14:03:22} above the words. Times are a clock on the wall, so midnight may pass. */
public final class ZoomCaptionsReader implements TranscriptReader {

    private static final Format FORMAT = new Format("zoom-captions", TimingClass.TURN_START_S);
    private static final Pattern HEAD = Pattern.compile("\\[([^\\]]{1,80})\\]\\s{1,4}(\\d{1,2}:\\d{2}:\\d{2})");
    private static final long DAY_MS = 24 * 3_600_000L;

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        Heads heads = ZoomCaptionsReader::head;
        return heads.in(glimpse.lines());
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        HeadedText.Read read = HeadedText.of(decoded.text(), new OnTheWall());
        CallDraft draft = new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(read.warnings());
        long first = read.segments().isEmpty() ? 0 : startOf(read.segments().getFirst());
        for (Segment segment : read.segments()) {
            draft.said(new Segment(segment.line(), segment.speaker(), segment.text(), startOf(segment) - first, null));
        }
        arrivals.call(draft.finish(1));
    }

    private static long startOf(Segment segment) {
        Long start = segment.startMs();
        return start == null ? 0 : start;
    }

    private static Heads.@Nullable Head head(String line) {
        Matcher head = line.startsWith("[") ? HEAD.matcher(line) : null;
        return head == null || !head.matches() ? null : new Heads.Head(head.group(1).strip(), Clock.millis(head.group(2)));
    }

    /** Where the clock falls back by more than half a day, the next day began; brackets leave no doubt about anything else. */
    private static final class OnTheWall implements Heads {

        @Override
        public @Nullable Head head(String line) {
            return ZoomCaptionsReader.head(line);
        }

        @Override
        public Head following(@Nullable Head last, Head head) {
            long at = head.atMs();
            while (last != null && at < last.atMs() - DAY_MS / 2) {
                at += DAY_MS;
            }
            return new Head(head.speaker(), last == null ? at : Math.max(at, last.atMs()));
        }
    }
}
