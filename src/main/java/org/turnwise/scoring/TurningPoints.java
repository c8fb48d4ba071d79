package org.turnwise.scoring;
import java.util.List;
/** stub. */
public final class TurningPoints { private TurningPoints() {} public static List<Integer> of(CallForecast f) { return List.of(); } }
