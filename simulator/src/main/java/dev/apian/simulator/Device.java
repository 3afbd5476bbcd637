// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A browser or a phone with the shop's app. It is upgraded once, so its user agent changes without its owner
/// changing.
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
            "KestrelSupply/6.%d.0 (iPhone15,2; iOS 18.6)",
            "KestrelSupply/6.%d.0 (iPhone17,1; iOS 26.1)",
            "KestrelSupply/6.%d.1 (iPhone14,5; iOS 18.5)",
            "KestrelSupply/6.%d.0 (Android 15; Pixel 8)",
            "KestrelSupply/6.%d.0 (Android 14; SM-S911B)",
            "KestrelSupply/6.%d.2 (Android 16; SM-A556B)",
            "KestrelSupply/6.%d.0 (Android 13; 23049PCD8G)");

    private final boolean phone;
    private final String before;
    private final String after;
    private final long upgradedAt;

    private Device(boolean phone, String pattern, int version, long upgradedAt) {
        this.phone = phone;
        this.before = pattern.formatted(version);
        this.after = pattern.formatted(version + 1);
        this.upgradedAt = upgradedAt;
    }

    static Device browser(Calendar calendar, Chance chance) {
        long upgrade = chance.between(calendar.start(), calendar.end());
        return new Device(false, chance.pick(BROWSERS), chance.between(138, 142), upgrade);
    }

    /// Phones get the release's app within days of the release.
    static Device phone(Calendar calendar, Chance chance) {
        long upgrade = calendar.releaseAt() + chance.span(14 * Micros.HOUR, 1.2);
        return new Device(true, chance.pick(PHONES), 17, upgrade);
    }

    boolean isPhone() {
        return phone;
    }

    String userAgent(long at) {
        return at < upgradedAt ? before : after;
    }
}
