// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Locale;
import java.util.regex.Pattern;

/// Coarse client fingerprints: family and system of a user agent, without versions, so that an update changes
/// nothing.
final class Devices {

    /// Longer user agents are cut.
    static final int USER_AGENT_BYTES_MAX = 512;

    /// About 2 MB when full of browsers.
    private static final int REMEMBERED_MAX = 4_096;

    /// @param userAgent with what looks like a secret masked
    record Device(String userAgent, String label) {}

    private static final Device NONE = new Device("", "");

    private static final Pattern SECRET = Pattern.compile(
            "eyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*|(?i)(?<=(?:key|token|secret|password|bearer|auth)[=: ])[^\\s;,)]+");

    /// What to look for and what to call it; the first that is found counts, so the special come before the
    /// general.
    private static final String[][] FAMILIES = {
        {"googlebot", "Googlebot"},
        {"bingbot", "Bingbot"},
        {"yandexbot", "YandexBot"},
        {"baiduspider", "Baiduspider"},
        {"duckduckbot", "DuckDuckBot"},
        {"applebot", "Applebot"},
        {"gptbot", "GPTBot"},
        {"claudebot", "ClaudeBot"},
        {"ahrefsbot", "AhrefsBot"},
        {"semrushbot", "SemrushBot"},
        {"facebookexternalhit", "Facebook crawler"},
        {"uptimerobot", "UptimeRobot"},
        {"pingdom", "Pingdom"},
        {"kube-probe", "kube-probe"},
        {"elb-healthchecker", "ELB"},
        {"headlesschrome", "Headless Chrome"},
        {"phantomjs", "PhantomJS"},
        {"sqlmap", "sqlmap"},
        {"nikto", "Nikto"},
        {"nuclei", "Nuclei"},
        {"masscan", "masscan"},
        {"zgrab", "zgrab"},
        {"nmap", "Nmap"},
        {"gobuster", "gobuster"},
        {"ffuf", "ffuf"},
        {"wfuzz", "wfuzz"},
        {"burp", "Burp"},
        {"postmanruntime", "Postman"},
        {"insomnia", "Insomnia"},
        {"curl/", "curl"},
        {"wget/", "Wget"},
        {"httpie", "HTTPie"},
        {"python-requests", "python-requests"},
        {"aiohttp", "aiohttp"},
        {"python-httpx", "httpx"},
        {"python-urllib", "python-urllib"},
        {"scrapy", "Scrapy"},
        {"okhttp", "okhttp"},
        {"apache-httpclient", "Apache-HttpClient"},
        {"java-http-client", "Java"},
        {"java/", "Java"},
        {"go-http-client", "Go-http-client"},
        {"axios", "axios"},
        {"node-fetch", "node-fetch"},
        {"undici", "undici"},
        {"node", "Node"},
        {"dart", "Dart"},
        {"guzzlehttp", "Guzzle"},
        {"php", "PHP"},
        {"ruby", "Ruby"},
        {"faraday", "Faraday"},
        {"restsharp", "RestSharp"},
        {"dotnet", ".NET"},
        {"aws-sdk", "AWS SDK"},
        {"boto", "boto"},
        {"stripe/", "Stripe"},
        {"libwww-perl", "libwww-perl"},
        {"cfnetwork", "iOS app"},
        {"bot", "Other bot"},
        {"crawl", "Other bot"},
        {"spider", "Other bot"},
        {"edg/", "Edge"},
        {"edga/", "Edge"},
        {"edgios/", "Edge"},
        {"edge/", "Edge"},
        {"opr/", "Opera"},
        {"opera", "Opera"},
        {"samsungbrowser", "Samsung Internet"},
        {"vivaldi", "Vivaldi"},
        {"yabrowser", "Yandex"},
        {"firefox/", "Firefox"},
        {"fxios/", "Firefox"},
        {"crios/", "Chrome"},
        {"chromium", "Chromium"},
        {"chrome/", "Chrome"},
        {"trident", "Internet Explorer"},
        {"msie", "Internet Explorer"},
        {"safari/", "Safari"},
    };

    private static final String[][] SYSTEMS = {
        {"iphone", "iPhone"}, {"ipad", "iPad"}, {"android", "Android"}, {"windows", "Windows"}, {"cros ", "ChromeOS"},
        {"mac os x", "macOS"}, {"macintosh", "macOS"}, {"darwin", "macOS"}, {"linux", "Linux"}, {"x11", "Linux"},
    };

    private final Remembered<Device> remembered = new Remembered<>(REMEMBERED_MAX, Devices::classify);

    Device of(Text userAgent) {
        return userAgent.isEmpty() || userAgent.is("-") ? NONE : remembered.of(userAgent.head(USER_AGENT_BYTES_MAX));
    }

    private static Device classify(Text text) {
        String userAgent = SECRET.matcher(text.string()).replaceAll("***");
        return new Device(userAgent, label(userAgent));
    }

    private static String label(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        String family = first(FAMILIES, lower);
        String system = first(SYSTEMS, lower);
        if (family.isEmpty()) {
            family = product(userAgent);
        }
        boolean browser = lower.startsWith("mozilla/") && !family.contains("ot") && !system.isEmpty();
        return browser ? family + " on " + system : family;
    }

    /// The product token in front (RFC 9110, section 10.1.5): `ShopApp/5.1 (...)` is ShopApp.
    private static String product(String userAgent) {
        int end = 0;
        while (end < userAgent.length() && end < 40 && "/ (;".indexOf(userAgent.charAt(end)) < 0) {
            end++;
        }
        return end == 0 ? "Other" : userAgent.substring(0, end);
    }

    private static String first(String[][] table, String text) {
        for (String[] row : table) {
            if (text.contains(row[0])) {
                return row[1];
            }
        }
        return "";
    }
}
