package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.turnwise.intake.archive.ArchiveReader;
import org.turnwise.intake.cues.SbvReader;
import org.turnwise.intake.cues.SrtReader;
import org.turnwise.intake.cues.WebVttReader;
import org.turnwise.intake.cues.WhisperTableReader;
import org.turnwise.intake.document.DocumentReader;
import org.turnwise.intake.json.JsonReader;
import org.turnwise.intake.reading.AboutCalls;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.table.NamesInCellsReader;
import org.turnwise.intake.table.TableReader;
import org.turnwise.intake.table.TalkInCellsReader;
import org.turnwise.intake.text.FathomReader;
import org.turnwise.intake.text.MeetReader;
import org.turnwise.intake.text.NameAboveReader;
import org.turnwise.intake.text.OtterReader;
import org.turnwise.intake.text.PlainTextReader;
import org.turnwise.intake.text.RangedReader;
import org.turnwise.intake.text.StackedHeadsReader;
import org.turnwise.intake.text.TimeAndNameReader;
import org.turnwise.intake.text.ZoomCaptionsReader;

/** Finds out what a file is by its first characters. Its ending only decides where they leave it open. */
final class Formats {

    private static final TranscriptReader WHISPER_TABLE = new WhisperTableReader();

    private static final List<TranscriptReader> OTHER_TABLES =
            List.of(new TalkInCellsReader(new PlainTextReader()), new NamesInCellsReader(new PlainTextReader()), new TableReader());

    /** Those of text that documents hold too; the surest signs first. */
    private static final List<TranscriptReader> TEXT = Stream.of(
                    List.of(
                            new SbvReader(),
                            WHISPER_TABLE,
                            new ZoomCaptionsReader(),
                            new RangedReader(),
                            new MeetReader(),
                            new FathomReader(),
                            new StackedHeadsReader(),
                            new TimeAndNameReader(),
                            new OtterReader()),
                    OTHER_TABLES,
                    List.of(new PlainTextReader(), new NameAboveReader()))
            .flatMap(List::stream)
            .toList();

    /** The surest signs first: what one reader recognises, no later one is asked about. */
    private static final List<TranscriptReader> READERS = Stream.of(
                    List.of(
                            new DocumentReader(Stream.concat(Stream.of(new WebVttReader(), new SrtReader()), TEXT.stream()).toList()),
                            new ArchiveReader(Reading::of),
                            new WebVttReader(),
                            new ConversationsReader(),
                            new JsonReader(TEXT),
                            new SrtReader()),
                    TEXT)
            .flatMap(List::stream)
            .toList();

    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?";
    private static final Pattern TIME = Pattern.compile("[\\[(]?" + CLOCK + "(?: ?(?:-{1,2}>?|\u2013) ?" + CLOCK + ")?[\\])]?(?:\\s.*)?");
    private static final Pattern CHAT = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}\\s+From .{1,80} to .{1,80}:.*", Pattern.CASE_INSENSITIVE);

    private Formats() {}

    /** @throws Unreadable naming what the file seems to be instead */
    static TranscriptReader readerOf(InputFile file, ReadContext context) throws Unreadable {
        Glimpse glimpse = file.glimpse();
        if (glimpse.kind() == Glimpse.Kind.TEXT && glimpse.text().isBlank() && glimpse.whole()) {
            throw new Unreadable(0, "is empty");
        }
        for (TranscriptReader reader : READERS) {
            if (reader.recognises(glimpse, context)) {
                return reader;
            }
        }
        throw unknown(file, glimpse);
    }

    /** Whether a table holds turns, as far as can be seen; else it may say what came of calls. */
    static boolean isTableOfTurns(Path table, List<MappingProfile> mappings) {
        try {
            Glimpse glimpse = InputFile.open(table).glimpse();
            ReadContext context = new ReadContext(Set.of(), mappings, AboutCalls.NOTHING);
            return WHISPER_TABLE.recognises(glimpse, context) || OTHER_TABLES.stream().anyMatch(reader -> reader.recognises(glimpse, context));
        } catch (IOException | Unreadable e) {
            return false;
        }
    }

    private static Unreadable unknown(InputFile file, Glimpse glimpse) throws Unreadable {
        if (glimpse.kind() != Glimpse.Kind.TEXT) {
            return new Unreadable(0, "is an office document or zip archive without a transcript; export the call as docx, WebVTT or text");
        }
        if (glimpse.lines().stream().filter(line -> CHAT.matcher(line.strip()).matches()).limit(2).count() >= 2) {
            return new Unreadable(1, "is what people wrote in the chat of a Zoom meeting, not what they said; import its transcript");
        }
        if (glimpse.lines().stream().filter(line -> TIME.matcher(line.strip()).matches()).limit(3).count() >= 3) {
            return new Unreadable(1, "has times but no speakers that can be told from the words; export it with \"Name: words\" on each line");
        }
        if (glimpse.whole()) {
            DecodedText.of(file.head()); // what can't be decoded is refused for that
        }
        return new Unreadable(0, "is no transcript that is read here: expected WebVTT, SRT, conversation JSONL, or text with \"Name: words\" of at least two "
                + "speakers");
    }
}
