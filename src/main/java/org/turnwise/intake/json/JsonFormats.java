package org.turnwise.intake.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Finds which tool's JSON a document is, also within what programs wrap around it. */
final class JsonFormats {

    record Found(JsonFormat format, List<Value> calls) {}

    /** The surest signs first. */
    private static final List<JsonFormat> FORMATS = List.of(
            new ContactLens(),
            new GongTranscript(),
            new ChorusConversation(),
            new TwilioIntelligence(),
            new FirefliesTranscript(),
            new FathomMeeting(),
            new OtterSpeech(),
            new Deepgram(),
            new AwsTranscribe(),
            new Speechmatics(),
            new SpeechmaticsOld(),
            new Soniox(),
            new TrintWords(),
            new ThreePlay(),
            new GoogleSpeech(),
            new AzureConversation(),
            new AzureSpeech(),
            new OpenAiDiarized(),
            new WhisperCpp(),
            new AssemblyAi(),
            new WhisperX(),
            new Whisper(),
            new RevAi(),
            new ClarifyTranscript(),
            new Aircall(),
            new HubSpotTranscript(),
            new ZoomTimeline(),
            new AvomaTranscript(),
            new GoogleMeetEntries(),
            new TeamsEntries(),
            new ChatMessages());

    private static final int MOST_LOOKED_AT = 60;

    private JsonFormats() {}

    /** The outermost place where a format fits; of an array of which the first element fits, all elements. */
    static Optional<Found> find(Value document) {
        Queue<Value> near = new ArrayDeque<>(List.of(document));
        for (int looked = 0; looked < MOST_LOOKED_AT && !near.isEmpty(); looked++) {
            Value value = near.remove();
            Optional<JsonFormat> here = at(value);
            if (here.isPresent()) {
                return Optional.of(new Found(here.get(), here.get().calls(value)));
            }
            Optional<JsonFormat> within = value.isArray() ? at(value.head()) : Optional.empty();
            if (within.isPresent()) {
                List<Value> calls = new ArrayList<>();
                value.each().stream().filter(element -> element.node().isContainer()).forEach(element -> calls.addAll(within.get().calls(element)));
                return Optional.of(new Found(within.get(), calls));
            }
            if (value.head().isArray()) {
                near.add(value.head()); // a client's answer with what else it returns, as they are kept
            }
            for (String name : value.isObject() ? value.node().propertyNames() : List.<String>of()) {
                Value child = value.at(name);
                if (child.isObject() || child.isArray()) {
                    near.add(child);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonFormat> at(Value value) {
        return value.node().isContainer() ? FORMATS.stream().filter(format -> format.fits(value)).findFirst() : Optional.empty();
    }
}
