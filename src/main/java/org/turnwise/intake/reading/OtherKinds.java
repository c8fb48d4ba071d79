package org.turnwise.intake.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Kinds of files that calls come in and that are no transcripts as they are; refused by name, with what to do instead. */
final class OtherKinds {

    private OtherKinds() {}

    static void refuse(byte[] head) throws Unreadable {
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF")) {
            throw new Unreadable(0, "is a PDF, which keeps no order of what was said; export the call as docx, WebVTT or text");
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new Unreadable(0, "is an old office document (.doc, .xls); save it as .docx or text");
        }
        if (start.startsWith("{\\rtf")) {
            throw new Unreadable(0, "is rich text (RTF); save it as .docx or plain text");
        }
        String lower = start.stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw new Unreadable(0, "is a web page, perhaps a message that the download failed; export the call again as WebVTT, SRT or text");
        }
    }
}
