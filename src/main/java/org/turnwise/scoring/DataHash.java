package org.turnwise.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Participant;

/** SHA-256 over ids, outcomes, weights, rewards, words, sides, times, groups and labels of the calls that a scorer is trained on. One use, one thread. */
final class DataHash {

    private final MessageDigest digest = sha256();

    DataHash() {
        add("features " + FeatureCatalogue.VERSION + '\n');
    }

    /**
     * Takes in the next example, in order of id.
     *
     * @param print what {@link #print} gave of its call
     */
    void add(Example example, String print) {
        add(example.call().id() + "\t" + example.converted() + '\t' + example.weight() + '\t' + example.reward() + '\t' + example.call()
                .group() + '\t' + print + '\t'
                + example.labels() + '\n');
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hex digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** 64 hex digits that are the same as long as the call reads the same: its words, who said them on which side, and when. */
    static String print(Call call) {
        StringBuilder print = new StringBuilder();
        print.append(call.timing()).append('\t').append(ContentHash.of(call.turns()));
        Map<String, Integer> places = new HashMap<>();
        for (Participant participant : call.participants()) {
            places.put(participant.key(), places.size());
            print.append('\t').append(participant.side());
        }
        call.turns().forEach(turn -> print.append('\t').append(places.get(turn.speaker())).append(' ').append(turn.startMs()).append(' ').append(turn.endMs()));
        return HexFormat.of().formatHex(sha256().digest(print.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
