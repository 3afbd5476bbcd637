// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A browser or a phone with the business's app. It is upgraded now and then, so its user agent changes without its
/// owner changing.
final class Device {

    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0"
                    + " Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%1$d.0.0.0"
                    + " Safari/537.36 Edg/%1$d.0.0.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0"
                    + " Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0",
            "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0");
    private static final List<String> PHONES = List.of(
            "/6.%d.0 (iPhone15,2; iOS 18.6)",
            "/6.%d.0 (iPhone17,1; iOS 26.1)",
            "/6.%d.1 (iPhone14,5; iOS 18.5)",
            "/6.%d.0 (Android 15; Pixel 8)",
            "/6.%d.0 (Android 14; SM-S911B)",
            "/6.%d.2 (Android 16; SM-A556B)",
            "/6.%d.0 (Android 13; 23049PCD8G)");

    private static final int APP_VERSION = 17;
    private static final long BROWSER_UPGRADES_EVERY = 28 * Micros.DAY;

    private final boolean phone;
    private final String pattern;
    private final Calendar calendar;
    private final long lag;
    private int version;
    private long nextUpgrade;
    private String userAgent;

    private Device(boolean phone, String pattern, int version, Calendar calendar, long lag, long firstUpgrade) {
        this.phone = phone;
        this.pattern = pattern;
        this.version = version;
        this.calendar = calendar;
        this.lag = lag;
        this.nextUpgrade = firstUpgrade;
        this.userAgent = pattern.formatted(version);
    }

    static Device browser(Calendar calendar, Chance chance) {
        long first = calendar.start() + chance.between(0, BROWSER_UPGRADES_EVERY);
        return new Device(false, chance.pick(BROWSERS), chance.between(138, 142), calendar, 0, first);
    }

    /// Phones get each release's app within days of the release.
    static Device phone(String app, Calendar calendar, Chance chance) {
        long lag = chance.span(14 * Micros.HOUR, 1.2);
        long first = calendar.nextRelease(calendar.start()) + lag;
        return new Device(true, app + chance.pick(PHONES), APP_VERSION, calendar, lag, first);
    }

    /// A program, which nobody upgrades.
    static Device program(String userAgent, Calendar calendar) {
        return new Device(false, userAgent, 0, calendar, 0, Micros.NEVER);
    }

    boolean isPhone() {
        return phone;
    }

    String userAgent(long at) {
        while (at >= nextUpgrade) {
            version++;
            userAgent = pattern.formatted(version);
            nextUpgrade =
                    phone ? calendar.nextRelease(nextUpgrade - lag + 1) + lag : nextUpgrade + BROWSER_UPGRADES_EVERY;
        }
        return userAgent;
    }
}
