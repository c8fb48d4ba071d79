package org.turnwise.intake.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Every JSON file: finds whose it is once a value is read, and hands on its calls one by one. */
public final class JsonReader implements TranscriptReader {

    private final TextWithin textWithin;

    /** @param ofText readers of text, which a document may hold as one value */
    public JsonReader(List<TranscriptReader> ofText) {
        this.textWithin = new TextWithin(ofText);
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.kind() == Glimpse.Kind.TEXT && glimpse.looksLikeJson();
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        JsonItems.Source source = JsonItems.source(file);
        try (JsonItems items = JsonItems.of(source)) {
            Value first = items.next();
            if (first == null) {
                throw new Unreadable(0, "is an empty array: it holds no words that anybody says");
            }
            Reading reading = new Reading(file, textWithin, context, arrivals, source.warnings());
            Value second = items.next();
            if (second == null) {
                reading.only(items.isArray() ? Value.array(List.of(first)) : first, first);
                return;
            }
            JsonItems.checkWhole(source);
            reading.next(first);
            for (Value item = second; item != null; item = items.next()) {
                if (reading.next(item)) {
                    items.startAnew();
                }
            }
            reading.end();
        }
    }

    /** One file being read. */
    private static final class Reading {
        private final InputFile file;
        private final TextWithin textWithin;
        private final ReadContext context;
        private final Arrivals arrivals;
        private final List<String> warnings;
        private final List<Value> loose = new ArrayList<>();
        private boolean aboutCalls;
        private int about;
        private boolean any;

        Reading(InputFile file, TextWithin textWithin, ReadContext context, Arrivals arrivals, List<String> warnings) {
            this.file = file;
            this.textWithin = textWithin;
            this.context = context;
            this.arrivals = arrivals;
            this.warnings = warnings;
        }

        /** A file of one value: what is wrong with it is wrong with the file. @param item the value, without the array around it if there is one */
        void only(Value document, Value item) throws IOException, Unreadable {
            if (isAbout(document.isArray() ? item : document)) {
                end();
                return;
            }
            Optional<JsonFormats.Found> found = JsonFormats.find(document);
            if (found.isEmpty()) {
                ofNoKnownTool(document);
            } else if (found.get().calls().size() == 1) {
                call(found.get().format(), found.get().calls().getFirst());
            } else {
                several(found.get());
            }
        }

        /** One of several values; false if it must wait for the others to be understood. */
        boolean next(Value item) {
            if (isAbout(item)) {
                return true;
            }
            Optional<JsonFormats.Found> found = item.isObject() ? JsonFormats.find(item) : Optional.empty();
            if (found.isEmpty()) {
                loose.add(item);
                return false;
            }
            several(found.get());
            return true;
        }

        /** Values that are no calls are rows of one, if all are. */
        void end() throws IOException, Unreadable {
            if (!loose.isEmpty() && !any && !aboutCalls) {
                Value rows = Value.array(loose);
                Optional<JsonFormats.Found> found = JsonFormats.find(rows);
                if (found.isPresent() && found.get().calls().size() == 1) {
                    call(found.get().format(), found.get().calls().getFirst());
                } else {
                    ofNoKnownTool(rows);
                }
            } else if (!loose.isEmpty()) {
                arrivals.failed(loose.getFirst().line(), "holds " + loose.size() + " more values that are no calls as the others are");
            }
            if (aboutCalls) {
                arrivals.skipped("says of " + about + (about == 1 ? " call" : " calls")
                        + " who took part, but not what was said; import it together with the transcripts, which then take names and sides from it");
            }
        }

        private void ofNoKnownTool(Value document) throws IOException, Unreadable {
            try {
                MappedJson.read(document, file.name(), context, arrivals);
            } catch (Unreadable e) {
                if (!textWithin.read(document, file, context, arrivals)) {
                    throw e;
                }
            }
        }

        private boolean isAbout(Value item) {
            if (!GongCallData.fits(item)) {
                return false;
            }
            aboutCalls = true;
            about += GongCallData.of(item).size();
            return true;
        }

        private void several(JsonFormats.Found found) {
            any = true;
            if (found.calls().isEmpty()) {
                arrivals.failed(0, "is a list of calls that names none");
            }
            for (Value call : found.calls()) {
                try {
                    call(found.format(), call);
                } catch (Unreadable e) {
                    arrivals.failed(e.line() == 0 ? call.line() : e.line(), (call.path().isEmpty() ? "" : call.path() + ": ") + e.reason());
                }
            }
        }

        private void call(JsonFormat format, Value call) throws Unreadable {
            Talk talk = new Talk(file.name(), format.format(), call.line(), context.about());
            warnings.forEach(talk::warn);
            format.read(call, talk);
            arrivals.call(talk.finish());
        }
    }
}
