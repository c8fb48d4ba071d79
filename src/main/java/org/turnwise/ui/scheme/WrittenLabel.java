package org.turnwise.ui.scheme;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.Texts;

/** A label as a person wrote it, and what it must be to go into a scheme: known by an id, and put on with keys that do nothing else. */
record WrittenLabel(Label label) {

    /** The id comes from the first name, and stays when the name goes. */
    WrittenLabel identifiedIn(LabelScheme scheme) {
        String plain = Normalizer.normalize(label.name(), Normalizer.Form.NFKD).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String base = "T_" + (plain.isEmpty() ? "LABEL" : plain.substring(0, Math.min(40, plain.length())));
        String id = base;
        for (int n = 2; scheme.label(id).isPresent(); n++) {
            id = base + "_" + n;
        }
        return new WrittenLabel(new Label(id, label.kind(), label.name(), label.sides(), label.key(), label.tone(), label.guidance(), label.family()));
    }

    /** @throws Labeling.NotAllowed if its key is one that the annotate screen has for something else */
    Label checkedAgainst(Commands commands) {
        List<KeyStroke> keys;
        try {
            keys = KeyStroke.sequence(label.key() == null ? "" : label.key());
        } catch (IllegalArgumentException e) {
            throw new Labeling.NotAllowed(Texts.text("scheme.key.none", String.valueOf(label.key())));
        }
        for (Command command : commands.on("annotate")) {
            int shorter = Math.min(keys.size(), command.strokes().size());
            if (shorter > 0 && Collections.indexOfSubList(keys.subList(0, shorter), command.strokes().subList(0, shorter)) == 0) {
                throw new Labeling.NotAllowed(Texts.text("scheme.key.taken", String.valueOf(label.key()), command.text()));
            }
        }
        return label;
    }
}
