package org.turnwise.ui.common;

import java.util.Locale;
import org.turnwise.call.Side;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;

/** The screen's word for each value of the domain. */
public final class Words {

    private Words() {}

    public static String of(QueueReason reason) {
        return Texts.text("reason." + lower(reason));
    }

    public static String of(WorkStatus status) {
        return Texts.text("status." + lower(status));
    }

    public static String of(Side side) {
        return Texts.text("side." + lower(side));
    }

    /** As a style class. */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
