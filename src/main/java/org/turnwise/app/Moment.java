package org.turnwise.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** When something began, by the clock and by what the processor had worked in this process. */
record Moment(long clock, long worked) {

    static Moment now() {
        return new Moment(System.nanoTime(), worker().getProcessCpuTime());
    }

    double millis() {
        return (System.nanoTime() - clock) / 1e6;
    }

    double workedMillis() {
        return (worker().getProcessCpuTime() - worked) / 1e6;
    }

    private static OperatingSystemMXBean worker() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
