// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words that routes are made of in APIs everywhere, and that are seldom somebody's value.
final class ApiWords {

    private static final List<String> VERBS = List.of(
            "get", "list", "create", "add", "update", "delete", "remove", "set", "find", "search", "query", "lookup",
            "fetch", "import", "export", "upload", "download", "send", "resend", "sync", "refresh", "reset", "verify",
            "validate", "check", "confirm", "approve", "reject", "cancel", "close", "open", "reopen", "start", "stop",
            "pause", "resume", "run", "execute", "enable", "disable", "activate", "deactivate", "archive", "unarchive",
            "restore", "publish", "unpublish", "clone", "copy", "move", "merge", "split", "convert", "calculate",
            "estimate", "preview", "render", "generate", "process", "submit", "complete", "assign", "unassign", "accept",
            "decline", "invite", "join", "leave", "follow", "unfollow", "like", "unlike", "block", "unblock", "lock",
            "unlock", "mark", "login", "logout", "register", "subscribe", "unsubscribe", "authorize", "revoke", "batch",
            "bulk", "apply", "test", "ping", "track", "transfer", "charge", "refund", "capture", "void", "pay", "attach",
            "detach", "replace", "reorder", "rename", "redeem", "initiate", "finalize", "finish");

    private static final Set<String> WORDS = new HashSet<>(Arrays.asList(
            ("me self all mine current latest recent default defaults summary count counts total totals status statuses"
                    + " state states history log logs audit events event info information details detail metadata meta"
                    + " schema schemas config configuration settings setting preferences options properties property"
                    + " attributes fields field types type kinds categories category tags tag labels label groups group"
                    + " members member users user accounts account customers customer profile profiles roles role"
                    + " permissions permission policies policy tokens token keys key secrets sessions session auth"
                    + " oauth oauth2 authentication authorization identity password health healthz version versions api"
                    + " rest public private internal admin v1 v2 v3 v4 beta orders order items item products product"
                    + " invoices invoice payments payment refunds transactions transaction subscriptions subscription"
                    + " plans plan prices price quotes quote carts cart checkout shipments shipping addresses address"
                    + " contacts contact companies company organizations organization teams team projects project tasks"
                    + " task issues issue tickets ticket comments comment notes note messages message threads thread"
                    + " channels channel conversations conversation notifications notification webhooks webhook hooks"
                    + " files file folders folder documents document attachments attachment images image media photos"
                    + " videos video content contents data datasets dataset records record rows tables table columns"
                    + " views view reports report analytics metrics metric stats statistics usage dashboard dashboards"
                    + " templates template forms form pages page sites site domains domain services service resources"
                    + " resource collections collection lists items entries entry results result jobs job batches"
                    + " operations operation actions action workflows workflow rules rule filters filter queries feed"
                    + " feeds activity activities calendar calendars meetings meeting rooms room locations location"
                    + " places countries country regions region currencies currency languages language locales rates rate"
                    + " taxes tax discounts discount coupons coupon promotions campaigns campaign links link urls url"
                    + " related children parents parent parts sub next previous first last available active inactive"
                    + " pending draft drafts archived deleted trash content raw json xml csv pdf by id ids name names"
                    + " email emails phone phones number numbers code codes date dates time times from to")
                    .split(" ")));

    private static final Set<String> ALL = new HashSet<>(WORDS);

    static {
        ALL.addAll(VERBS);
    }

    private ApiWords() {}

    static boolean beginsWithVerb(String text) {
        String[] words = words(text);
        return words.length > 0 && VERBS.contains(words[0]);
    }

    /// How many of the words in a text are words of APIs, from 0 to 1.
    static double share(String text) {
        String[] words = words(text);
        return words.length == 0 ? 0 : (double) Arrays.stream(words).filter(ALL::contains).count() / words.length;
    }

    private static String[] words(String text) {
        return Arrays.stream(text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1-$2")
                        .toLowerCase(Locale.ROOT)
                        .split("[-_.]"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
