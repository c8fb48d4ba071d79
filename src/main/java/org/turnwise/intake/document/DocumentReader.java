package org.turnwise.intake.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Word documents ({@code .docx}) of Teams, Google Meet and others, by the text in them. */
public final class DocumentReader implements TranscriptReader {

    /** What a text of this format is called when it comes in a document; others are just documents. */
    private static final Map<String, String> NAMES = Map.of("meet", "meet-docx", "otter", "teams-docx", "srt", "teams-docx", "vtt", "teams-docx");
    private static final String DOCUMENT = "docx";

    private final List<TranscriptReader> ofText;

    /** @param ofText readers of text that may stand in a document, in the order in which they are asked */
    public DocumentReader(List<TranscriptReader> ofText) {
        this.ofText = List.copyOf(ofText);
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.kind() == Glimpse.Kind.DOCUMENT;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        String text = DocumentText.of(file.bytes(DocumentText.MOST_BYTES));
        if (text.isBlank()) {
            throw new Unreadable(0, "is a document without text");
        }
        InputFile inner = file.as(text.getBytes(StandardCharsets.UTF_8));
        Glimpse glimpse = new Glimpse(Glimpse.Kind.TEXT, "", text, text.lines().toList(), true);
        for (TranscriptReader reader : ofText) {
            if (reader.recognises(glimpse, context)) {
                reader.read(inner, context, new FromDocument(arrivals));
                return;
            }
        }
        throw new Unreadable(0, "is a document in which no conversation was found: no lines with speakers, with or without times");
    }

    /** Lines of a document are nothing a person could look up. */
    private record FromDocument(Arrivals arrivals) implements Arrivals {

        @Override
        public void call(ImportedCall call) {
            arrivals.call(call.as(NAMES.getOrDefault(call.call().source().format(), DOCUMENT)));
        }

        @Override
        public void failed(int line, String reason) {
            arrivals.failed(0, reason);
        }

        @Override
        public void skipped(String why) {
            arrivals.skipped(why);
        }

        @Override
        public Arrivals within(String member) {
            return arrivals.within(member);
        }
    }
}
