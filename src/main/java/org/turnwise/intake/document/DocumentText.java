package org.turnwise.intake.document;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Unreadable;

/**
 * The text of a Word document: a line per paragraph and per break within one, and a line per row of a table of several columns, with tabs between its cells.
 * Headers, footnotes and what was deleted with changes tracked are left out.
 */
final class DocumentText {

    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final String PART = "word/document.xml";
    private static final int MOST_PARTS = 5_000;
    private static final long MOST_XML = 64L * 1024 * 1024;
    private static final int MOST_TEXT = 16 * 1024 * 1024;
    private static final long MOST_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 4L * 1024 * 1024;
    /** Ends a cell until its row is whole; no text holds it. */
    private static final String CELL = "\u001E";

    private DocumentText() {}

    static String of(byte[] docx) throws IOException, Unreadable {
        refuseCut(docx);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            int parts = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw new Unreadable(0, "is a document of more than " + MOST_PARTS + " parts, which no transcript is");
                }
                if (entry.getName().equals(PART)) {
                    return text(new ByteArrayInputStream(xml(zip, docx.length)));
                }
                skip(zip);
            }
        } catch (ZipException | EOFException e) {
            throw new Unreadable(0, "is a document that is damaged or cut off; get it again", e);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(0, "is a document whose parts have names that can't be read; save it again", e);
        }
        throw new Unreadable(0, "is an office document, but no Word document with text (word/document.xml); save the transcript as .docx, WebVTT or text");
    }

    /** The list of parts stands at the end of a ZIP file. */
    private static void refuseCut(byte[] docx) throws Unreadable {
        for (int i = docx.length - 22; i >= Math.max(0, docx.length - 22 - 65_535); i--) {
            if (docx[i] == 'P' && docx[i + 1] == 'K' && docx[i + 2] == 5 && docx[i + 3] == 6) {
                return;
            }
        }
        throw new Unreadable(0, "is a document that is damaged or cut off; get it again");
    }

    private static byte[] xml(InputStream part, long packed) throws IOException, Unreadable {
        byte[] xml = part.readNBytes((int) MOST_XML + 1);
        refuseBomb(xml.length, packed);
        return xml;
    }

    private static void skip(InputStream part) throws IOException, Unreadable {
        byte[] buffer = new byte[8192];
        long read = 0;
        for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
            read += n;
            if (read > 4 * MOST_XML) {
                throw tooLarge();
            }
        }
    }

    private static void refuseBomb(long expanded, long packed) throws Unreadable {
        if (expanded > MOST_XML) {
            throw tooLarge();
        }
        if (expanded > RATIO_COUNTS_FROM && expanded > packed * MOST_RATIO) {
            throw new Unreadable(0, "is a document that expands to more than " + MOST_RATIO
                    + " times its size, which text never does; it was not read further");
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable(0, "is a document that expands to more than " + DecodedText.inMegabytes(MOST_XML)
                + ", which no transcript does; it was not read further");
    }

    private static String text(InputStream xml) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            try {
                return text(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(0, "is a document whose text is damaged; open it in a word processor and save it again", e);
        }
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        StringBuilder text = new StringBuilder();
        boolean inRun = false;
        int dropped = 0;
        int inTable = 0;
        int row = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    dropped += isDropped(name) ? 1 : 0;
                    inRun = name.equals("t");
                    inTable += name.equals("tbl") ? 1 : 0;
                    row = inTable == 1 && name.equals("tr") ? text.length() : row;
                    text.append(dropped > 0 ? "" : switch (name) {
                        case "br", "cr" -> "\n";
                        case "tab" -> "\t";
                        case "noBreakHyphen" -> "-";
                        default -> "";
                    });
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
                    if (inRun && dropped == 0) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = reader.getLocalName();
                    dropped -= isDropped(name) ? 1 : 0;
                    inRun = false;
                    text.append(name.equals("p") ? "\n" : inTable == 1 && name.equals("tc") ? CELL : "");
                    if (inTable == 1 && name.equals("tr")) {
                        endRow(text, row);
                    }
                    inTable -= name.equals("tbl") ? 1 : 0;
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (text.length() > MOST_TEXT) {
                throw new Unreadable(0, "holds more than " + DecodedText.inMegabytes(MOST_TEXT) + " of text, the most a transcript of one call may have");
            }
        }
        return text.toString();
    }

    /** One column is but a frame around what stands in it; of several, each row is a line. */
    private static void endRow(StringBuilder text, int from) {
        String row = text.substring(from);
        text.setLength(from);
        String[] cells = row.split(CELL, -1);
        if (cells.length <= 2) {
            text.append(row.replace(CELL, ""));
            return;
        }
        for (int i = 0; i < cells.length - 1; i++) {
            text.append(i == 0 ? "" : "\t").append(cells[i].strip().replaceAll("\\s+", " "));
        }
        text.append('\n');
    }

    /** A paragraph's list of tab stops are no tabs; text boxes stand twice, the second time for old programs. */
    private static boolean isDropped(String element) {
        return element.equals("tabs") || element.equals("Fallback") || element.equals("del") || element.equals("instrText");
    }
}
