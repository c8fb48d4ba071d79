package org.turnwise.intake.duplicates;

import java.util.Collection;
import java.util.List;

/** The sketches of calls. Derived from what is stored, so a lost one is made anew. Any thread. */
public interface SketchRepository {

    List<Sketch> all();

    void keep(Collection<Sketch> sketches);
}
