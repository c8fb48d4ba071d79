package org.turnwise.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TimeScale;

/**
 * What the fields of unknown rows seem to say.
 *
 * @param profile    that would read them so
 * @param confidence from 0 to 1, the least of what was said and who said it
 * @param reasons    a sentence for each field
 */
public record MappingGuess(MappingProfile profile, double confidence, List<String> reasons) {

    /** From here on a file is read by the guess. */
    public static final double SURE = 0.8;

    private static final int SAMPLE = 200;
    /** Where fields hold fewer words than this each, most hold one. */
    private static final double ONE_WORD = 1.5;
    /** The year 2001 in seconds: no time within a call is so late in any unit. */
    private static final BigDecimal SINCE_1970 = BigDecimal.valueOf(1_000_000_000L);
    private static final Set<String> TEXT = Set.of(
            "text", "utterance", "message", "transcript", "content", "sentence", "body", "dialogue", "snippet", "words", "display", "spokentext",
            "displaytext",             "caption", "speech", "said", "rawtext", "value",
            "line", "phrase", "transcription", "segmenttext", "word", "punctuatedword", "decoratedtext", "transcripttext", "spoken", "wordsstr");
    private static final Set<String> SPEAKER = Set.of(
            "speaker", "speakername", "speakerlabel", "speakerid", "speakertype", "speakerrole", "speakerdisplayname", "name", "displayname", "author",
            "authorname", "role", "participant",
            "participantname", "participantid", "participantrole", "participanttype", "party", "from", "fromname", "who", "channel", "agent", "sender",
            "sendername", "user", "username", "talker", "spk", "personid", "userid", "participantpurpose", "contactname", "callername",
            "attendee", "attendeename", "attendeeid", "recordingattendeeid", "identifier", "source", "spkid", "personname", "speakeremail", "speakeruserid",
            "participantemail", "segmentspeaker", "speakertag", "channelname", "channellabel", "speakernumber", "speakerindex", "speakerno", "character");
    private static final Set<String> ALSO_OTHERWISE = Set.of("name", "value", "channel", "user", "agent", "words", "line", "display", "source", "identifier");
    private static final Set<String> AS_PEOPLE_READ_IT = Set.of("decoratedtext", "displaytext", "display", "punctuatedword");
    private static final Set<String> START = Set.of(
            "start", "starttime", "startms", "starttimems", "startmillis", "starttimemillis", "startseconds", "starttimeseconds", "startsec", "startsecs",
            "begin", "begintime", "beginms", "from",
            "time", "t", "timestamp", "offset", "offsetms", "startoffset", "beginoffsetmillis", "startedat", "timecode", "at", "ts", "tstart", "t0", "starts",
            "offsetseconds", "timesec", "timems", "starttimestamp", "starttimestamprelative", "startoffsetms", "startat", "tsstart",
            "startts", "segmentstarttime",
            "starttimein", "timeincall", "secondsfromstart", "timeoffset", "relativestart", "startrelative", "offsetfromstart", "createdat", "datetime");
    private static final Set<String> END = Set.of(
            "end", "endtime", "endms", "endtimems", "endmillis", "endtimemillis", "endseconds", "endtimeseconds", "endsec", "endsecs", "stop", "stoptime",
            "finish", "to", "endoffset",
            "endoffsetmillis", "endedat", "tend", "t1", "ends", "endts", "segmentendtime",
            "endtimestamp", "endtimestamprelative", "endoffsetms", "endat", "tsend", "endtimein");
    private static final Set<String> DURATION = Set.of("duration", "dur", "durationms", "durationmillis", "durationmilliseconds", "durationseconds",
            "length", "lengthms", "durationsec");
    private static final Set<String> CALL = Set.of("callid", "conversationid", "meetingid", "recordingid", "dialogueid", "dialogid", "sessionid",
            "session", "call", "conversation", "interactionid", "callsid");

    public MappingGuess {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param path of the rows, as {@link MappingProfile#rows()} says it; empty for a table
     * @return empty if nothing in them seems to be said
     */
    public static Optional<MappingGuess> of(String path, List<Row> rows) {
        List<Row> sample = rows.subList(0, Math.min(SAMPLE, rows.size()));
        Set<String> fields = new LinkedHashSet<>();
        sample.forEach(row -> fields.addAll(row.fields().keySet()));
        List<FieldEvidence> evidence = new ArrayList<>();
        fields.stream().limit(500).forEach(field -> evidence.add(new FieldEvidence(field, sample)));
        FieldEvidence text = best(evidence, MappingGuess::isText);
        return text == null ? Optional.empty() : Optional.of(around(path, text, evidence, sample.size()));
    }

    private static MappingGuess around(String path, FieldEvidence text, List<FieldEvidence> all, int rows) {
        List<FieldEvidence> others = new ArrayList<>(all);
        others.remove(text);
        List<String> reasons = new ArrayList<>();
        double confidence = isText(text);
        reasons.add("\"" + text.field() + "\" for what was said" + (text.isCalled(TEXT) ? ", by its name" : "") + ": about " + Math.round(text.wordsEach())
                + " words a row.");
        FieldEvidence speaker = best(others, MappingGuess::isSpeaker);
        others.remove(speaker);
        confidence = Math.min(confidence, speaker == null ? 0.3 : isSpeaker(speaker));
        reasons.add(speaker == null ? "No field seems to say who speaks."
                : "\"" + speaker.field() + "\" for who speaks" + (speaker.isCalled(SPEAKER) ? ", by its name" : "") + ": " + speaker.distinct() + " in "
                + rows + " rows.");
        FieldEvidence start = best(others, field -> isTime(field, START));
        others.remove(start);
        FieldEvidence end = start == null ? null : best(others, field -> isTime(field, END));
        others.remove(end);
        FieldEvidence duration = start == null || end != null ? null : best(others, field -> isTime(field, DURATION));
        if (start == null && text.wordsEach() < ONE_WORD) {
            confidence = Math.min(confidence, 0.6); // labels with what they stand for look like this too
        }
        TimeScale scale = start == null ? TimeScale.SECONDS : scale(start, end, reasons);
        FieldEvidence call = best(others, field -> tellsCallsApart(field, path, rows));
        if (call != null) {
            reasons.add("\"" + call.field() + "\" for which call it is: " + call.distinct() + " in " + rows + " rows.");
        }
        FieldEvidence side = best(others, field -> field != call && field.tellsSides() ? 1 : 0);
        if (side != null) {
            reasons.add("\"" + side.field() + "\" for which side they are on.");
        }
        return new MappingGuess(
                new MappingProfile(
                        "guess", path, text.field(), nameOf(speaker), nameOf(start), nameOf(end), nameOf(duration), scale, nameOf(call), nameOf(side), null),
                confidence, reasons);
    }

    private static @Nullable String nameOf(@Nullable FieldEvidence field) {
        return field == null ? null : field.field();
    }

    private static @Nullable FieldEvidence best(List<FieldEvidence> fields, ToDoubleFunction<FieldEvidence> score) {
        return fields.stream().filter(field -> score.applyAsDouble(field) > 0).max(Comparator.comparingDouble(score)).orElse(null);
    }

    private static double isText(FieldEvidence field) {
        if (!field.holdsWords() || field.filled() < 0.3 || field.holdsTimes()) {
            return 0;
        }
        double called = field.isCalled(TEXT) ? 0.5 : field.isCalled(SPEAKER) ? -0.5 : 0;
        double said = field.wordsEach() >= 3 ? 0.4 : field.wordsEach() >= ONE_WORD ? 0.35 : called > 0 ? 0.3 : 0.1;
        double varied = field.distinct() >= 3 || field.filled() > 0 && field.distinct() == 2 ? 0.1 : 0.05;
        double around = field.field().startsWith("../") ? -0.5 : 0;
        double asRead = AS_PEOPLE_READ_IT.contains(field.called()) ? 0.01 : 0;
        return called + said + varied + around + asRead;
    }

    private static double isSpeaker(FieldEvidence field) {
        boolean called = field.isCalled(SPEAKER);
        if (!called && field.isCalled(TEXT) || field.filled() < 0.3 || field.counts() || !called && !field.holdsFewShortOnes()
                || !called && (!field.holdsWords() || field.distinct() < 2) || isOfTheWhole(field)) {
            return 0;
        }
        double name = !called ? 0 : ALSO_OTHERWISE.contains(field.called()) ? 0.5 : 0.6;
        double few = field.holdsFewShortOnes() ? 0.3 : 0;
        double readable = field.holdsWords() ? 0.1 : 0;
        double two = field.distinct() >= 2 ? 0.05 : 0;
        double around = field.field().startsWith("../") ? -0.02 : 0;
        double id = field.called().endsWith("id") ? -0.03 : 0;
        double gaps = field.filled() < 0.95 ? -0.3 * (1 - field.filled()) : 0;
        return Math.clamp(name + few + readable + two + around + gaps, 0, 1) + id;
    }

    /** What stands once beside the rows under a name that things have too: where a file comes from, or what a meeting is called. */
    private static boolean isOfTheWhole(FieldEvidence field) {
        return field.distinct() < 2 && field.field().lastIndexOf('.') == 1 && field.field().startsWith("../") && ALSO_OTHERWISE.contains(field.called());
    }

    private static double isTime(FieldEvidence field, Set<String> names) {
        if (!field.holdsTimes() || !field.isCalled(names) && !field.isTimeCalled(names)) {
            return 0;
        }
        return 0.7 + (field.rises() ? 0.2 : 0) - (field.field().startsWith("../") ? 0.3 : 0) + (field.scaleCalled() == null ? 0 : 0.02);
    }

    private static double tellsCallsApart(FieldEvidence field, String path, int rows) {
        boolean several = field.distinct() > 1 && field.distinct() < rows && field.filled() > 0.99;
        boolean aroundRows = field.field().equals("../id")
                && path.matches("(?:.*\\.)?(?:calls|conversations|meetings|recordings|transcripts|items|data|results)?\\[]\\.[^\\[]+\\[]");
        return several && (field.isCalled(CALL) || aroundRows) ? 1 : 0;
    }

    private static TimeScale scale(FieldEvidence start, @Nullable FieldEvidence end, List<String> reasons) {
        String fields = "\"" + start.field() + "\"" + (end == null ? "" : " and \"" + end.field() + "\"") + " for when";
        TimeScale called = start.scaleCalled();
        boolean moments = called == TimeScale.MILLISECONDS && !start.numbers().isEmpty()
                && start.numbers().stream().allMatch(number -> number.compareTo(SINCE_1970.movePointRight(3)) >= 0);
        if (called != null && !moments) {
            reasons.add(fields + ", in " + words(called) + ": the name says so.");
            return called;
        }
        if (start.numbers().isEmpty()) {
            reasons.add(fields + ": written as times.");
            return TimeScale.SECONDS;
        }
        if (start.numbers().stream().allMatch(number -> number.compareTo(SINCE_1970) >= 0)) {
            reasons.add(fields + ", counted since 1970.");
            return TimeScale.SECONDS;
        }
        Optional<TimeScale> lying = TimeScale.guess(start.numbers(), end == null ? List.of() : end.numbers(), null);
        TimeScale scale = start.hasFractions() && lying.isEmpty() ? TimeScale.SECONDS : lying.orElse(TimeScale.SECONDS);
        reasons.add(fields + ", in " + words(scale) + (lying.isPresent() ? ": so long are the pieces." : ": a guess, check it."));
        return scale;
    }

    private static String words(TimeScale scale) {
        return switch (scale) {
            case SECONDS -> "seconds";
            case MILLISECONDS -> "milliseconds";
            case TICKS -> "ticks of 100 ns";
        };
    }
}
