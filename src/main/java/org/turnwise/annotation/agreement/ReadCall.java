package org.turnwise.annotation.agreement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.turnwise.annotation.Annotation;
import org.turnwise.call.Call;

/**
 * A call and what each reader who is done with it put on it.
 *
 * @param byReader a reader who put nothing on is in it, with an empty list
 */
public record ReadCall(Call call, Map<String, List<Annotation>> byReader) {

    public ReadCall {
        byReader = Map.copyOf(byReader);
    }

    /** The same, heard of these readers alone. */
    public ReadCall only(Set<String> readers) {
        Map<String, List<Annotation>> some = new TreeMap<>(byReader);
        some.keySet().retainAll(readers);
        return new ReadCall(call, some);
    }
}
