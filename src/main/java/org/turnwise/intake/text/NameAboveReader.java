package org.turnwise.intake.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * Blocks with blank lines between them, each with nothing but a name on its first line. Nearly all must be so, but for a few above the first that tell of the
 * talk, and names come again: else it is prose with headings. A name in bold or italics may have a blank line below it too; it then speaks until the next.
 */
public final class NameAboveReader implements TranscriptReader {

    private static final Format FORMAT = new Format("text", TimingClass.NONE);
    private static final int FEWEST = 4;

    private static final Pattern STRESSED = Pattern.compile("([*_]{1,3})[^*_]{1,60}\\1:?");

    /**
     * @param line     of its first line, from 1; which names nobody if it is long
     * @param stressed whether that line stands alone, in bold or italics
     */
    private record Block(int line, boolean stressed, List<String> lines) {
        String name() {
            return lines.getFirst().length() > Heads.LONGEST ? "" : Markdown.plain(lines.getFirst()).replaceFirst(":$", "").strip();
        }
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<Block> blocks = blocks(glimpse.lines());
        SpeakerNames speakers = names(blocks, context);
        List<Block> named = blocks.stream().filter(block -> isNamed(block, speakers)).toList();
        long distinct = named.stream().map(Block::name).distinct().count();
        int above = named.isEmpty() ? 0 : blocks.indexOf(named.getFirst());
        int counted = above * 2 <= named.size() ? blocks.size() - above : blocks.size();
        boolean nearlyAll = named.size() * 10 >= counted * 9 || named.stream().allMatch(Block::stressed);
        return named.size() >= FEWEST && distinct >= 2 && distinct * 2 <= named.size() && nearlyAll;
    }

    private static SpeakerNames names(List<Block> blocks, ReadContext context) {
        return new SpeakerNames(blocks.stream().filter(block -> block.lines().size() > 1).map(Block::name).toList(), context);
    }

    private static boolean isNamed(Block block, SpeakerNames speakers) {
        return block.lines().size() > 1 && !block.name().isEmpty() && !block.name().matches(".*[.?!,:;]") && speakers.accepts(block.name());
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                boolean belowName = !blocks.isEmpty() && blocks.getLast().stressed() && blocks.getLast().lines().size() == 1;
                if (!belowName && (i == 0 || lines.get(i - 1).isBlank())) {
                    boolean alone = i + 1 == lines.size() || lines.get(i + 1).isBlank();
                    blocks.add(new Block(i + 1, alone && STRESSED.matcher(lines.get(i).strip()).matches(), new ArrayList<>()));
                }
                blocks.getLast().lines().add(lines.get(i).strip());
            }
        }
        return blocks;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<Block> blocks = blocks(decoded.text().lines().toList());
        SpeakerNames speakers = names(blocks, context);
        CallDraft draft = new CallDraft(file.name(), FORMAT).warn(decoded.warnings());
        List<Segment> said = new ArrayList<>();
        String last = null;
        int before = 0;
        for (Block block : blocks) {
            boolean named = isNamed(block, speakers);
            last = named ? block.name() : last;
            before += last == null ? block.lines().size() : 0;
            if (last != null) {
                said.add(said(block, named, last));
            }
        }
        if (before > 0) {
            draft.warn(before + (before == 1 ? " line before the first speaker was" : " lines before the first speaker were") + " left out.");
        }
        if (!decoded.text().endsWith("\n")) {
            draft.warn(DecodedText.ENDS_WITHIN_A_LINE);
        }
        arrivals.call(draft.said(said).finish(1));
    }

    private static Segment said(Block block, boolean named, String speaker) {
        List<String> words = named ? block.lines().subList(1, block.lines().size()) : block.lines();
        return new Segment(block.line(), speaker, String.join(" ", words).replaceAll("\\s+", " "), null, null);
    }
}
