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
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** What Fathom copies: {@code 0:05 - Jo Bell (Acme)} above the words, which are indented. Its notes ("ACTION ITEM: …") were not said. */
public final class FathomReader implements TranscriptReader {

    private static final Format FORMAT = new Format("fathom", TimingClass.TURN_START_S);
    private static final Pattern HEAD = Pattern.compile(
            "@?(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s{1,3}[-\\u2013\\u2014]\\s{1,3}(\\p{L}[^:.?!]{0,60}(?:\\.[^:.?!]{0,40}){0,3})");
    private static final Pattern NOTE = Pattern.compile("(?:ACTION ITEM|HIGHLIGHT|SCREEN SHARING|BOOKMARK|QUESTION|INSIGHT)S?:.*");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        Heads heads = FathomReader::head;
        return heads.in(glimpse.lines());
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        StringBuilder said = new StringBuilder();
        int notes = 0;
        for (String line : decoded.text().lines().toList()) {
            boolean note = NOTE.matcher(line.strip()).matches();
            notes += note ? 1 : 0;
            said.append(note ? "" : line).append('\n');
        }
        String text = decoded.text().endsWith("\n") ? said.toString() : said.substring(0, said.length() - 1);
        HeadedText.Read read = HeadedText.of(text, FathomReader::head);
        CallDraft draft = new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(read.warnings()).said(read.segments());
        if (notes > 0) {
            draft.warn(notes + (notes == 1 ? " note of Fathom was" : " notes of Fathom were") + " left out, since nobody said "
                    + (notes == 1 ? "it." : "them."));
        }
        arrivals.call(draft.finish(1));
    }

    private static Heads.@Nullable Head head(String line) {
        Matcher head = HEAD.matcher(Markdown.plain(line));
        return head.matches() ? new Heads.Head(head.group(2).strip(), Clock.millis(head.group(1))) : null;
    }
}
