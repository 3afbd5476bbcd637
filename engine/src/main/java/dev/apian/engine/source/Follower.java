// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/// Files that grow, as calls: what is there already, nearly by time, and then every line that is appended.
///
/// Files are looked at again and again, at a fixed interval. They may be renamed, truncated, copied and truncated,
/// packed, deleted and come back; a content is known by how it begins and by what stands before the position, as with
/// [Inputs], so that it is read once under whatever name. Positions are those of the calls that the engine was offered,
/// and are kept in its checkpoints: after a crash each line is stored once.
///
/// One thread reads; [#positions] belongs to the thread that offers calls to the engine.
public final class Follower {

    /// Files followed at a time.
    public static final int FILES_MAX = 10_000;

    /// Calls handed over at a time.
    static final int CALLS_MAX = 4_096;

    /// Takes what was read, waiting until there is room for it.
    public interface Sink {
        void take(Portion portion) throws IOException, InterruptedException;
    }

    private final FollowSettings settings;
    private final InstantSource clock;
    private final Sink sink;
    private final Sought sought;
    private final Ledger ledger;
    private final Lent lent;
    private final Map<Object, FollowedFile> files = new LinkedHashMap<>();
    private final Set<Object> unreadable = new HashSet<>();
    private final Said said;

    /// @param key   of the installation
    /// @param notes of the last checkpoint
    /// @param say   tells people what they should know
    public Follower(
            FollowSettings settings,
            byte[] key,
            Map<String, String> notes,
            Portion.Refusals refusals,
            Sink sink,
            InstantSource clock,
            Consumer<String> say) {
        this.settings = settings;
        this.clock = clock;
        this.sink = sink;
        this.sought = new Sought(settings.paths());
        this.ledger = new Ledger(key);
        this.said = new Said(say);
        this.lent =
                new Lent(settings, new Tracks(key, notes), ledger, refusals, said, new OpenFiles(), new ArrayList<>());
    }

    /// Follows until interrupted.
    public void run() throws IOException {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!round()) {
                    Thread.sleep(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            for (FollowedFile file : files.values()) {
                file.leave();
            }
        }
    }

    /// For the notes of a checkpoint: how far the engine was offered the calls of each file.
    public Map<String, String> positions() {
        return ledger.notes();
    }

    /// What is wrong at the moment or went wrong, counted; empty where nothing is. From any thread.
    public Map<String, Long> counts() {
        return said.counts();
    }

    /// Looks at all files, and hands over what they hold for about as long as one waits for the next look.
    ///
    /// @return whether there is more
    boolean round() throws IOException, InterruptedException {
        look();
        return deliver(clock.millis() + settings.poll().toMillis());
    }

    private void look() throws IOException, InterruptedException {
        Sought.Found found = sought.look();
        found.problems().forEach(said::once);
        long now = clock.millis();
        // Those that are known first: what one of them leaves, a new one may go on with.
        for (Map.Entry<Object, FollowedFile> known : files.entrySet()) {
            look(known.getKey(), known.getValue(), found, now);
        }
        int unfollowed = 0;
        for (Map.Entry<Object, Path> one : found.files().entrySet()) {
            if (files.containsKey(one.getKey())) {
                continue;
            }
            if (files.size() >= FILES_MAX) {
                unfollowed++;
                continue;
            }
            FollowedFile file = new FollowedFile(lent, one.getValue());
            files.put(one.getKey(), file);
            look(one.getKey(), file, found, now);
        }
        tellOfLost();
        closeThoseThatAreOver(now);
        tell(unfollowed, found.problems().size());
    }

    private void look(Object key, FollowedFile file, Sought.Found found, long now) {
        try {
            file.look(found.files().get(key), found.attributes().get(key), now);
        } catch (ClosedByInterruptException e) {
            return; // the follower ends
        } catch (IOException e) {
            said.once(file.path() + ": cannot be read: " + e);
            unreadable.add(key);
            return;
        }
        unreadable.remove(key);
    }

    /// Once all were looked at, since the content may have been found under another name.
    private void tellOfLost() {
        for (String name : lent.begun()) {
            Track lost = lent.tracks().lost(name);
            if (lost != null) {
                lost.mark(lost.mark().ended());
                said.count(Said.LOST);
                said.say(String.format(
                        Locale.ROOT,
                        "%s is not the file that was read up to line %,d: what was written behind that line is lost"
                                + " unless its file is followed too; follow the folder, rotated files included",
                        name,
                        lost.mark().line()));
            }
        }
        lent.begun().clear();
    }

    private void closeThoseThatAreOver(long now) throws IOException, InterruptedException {
        for (Iterator<Map.Entry<Object, FollowedFile>> all = files.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Object, FollowedFile> one = all.next();
            if (one.getValue().isOver(now)) {
                Portion last = one.getValue().close();
                if (last != null) {
                    sink.take(last);
                }
                unreadable.remove(one.getKey());
                all.remove();
            }
        }
    }

    private void tell(int unfollowed, int problems) {
        if (unfollowed > 0) {
            said.once("more than %d files to follow; the others are read when some of these are gone"
                    .formatted(FILES_MAX));
        }
        said.set("FILES_MAX", unfollowed);
        said.set("followed paths that cannot be looked at", problems);
        said.set("followed files that cannot be read", unreadable.size());
        said.set("followed files set aside", count(FollowedFile.State.SET_ASIDE));
    }

    private long count(FollowedFile.State state) {
        return files.values().stream().filter(file -> file.state() == state).count();
    }

    private boolean deliver(long untilMillis) throws IOException, InterruptedException {
        PriorityQueue<FollowedFile> due = new PriorityQueue<>(Comparator.comparingLong(FollowedFile::key));
        files.values().stream().filter(FollowedFile::isDue).forEach(due::add);
        while (!due.isEmpty() && clock.millis() <= untilMillis) {
            FollowedFile file = due.remove();
            if (!ready(file)) {
                continue;
            }
            long rival = due.isEmpty() ? Long.MAX_VALUE : due.element().key();
            if (file.key() <= rival) {
                sink.take(file.take(rival, CALLS_MAX));
            }
            due.add(file);
        }
        return !due.isEmpty();
    }

    private boolean ready(FollowedFile file) throws IOException {
        try {
            return file.ready();
        } catch (ClosedByInterruptException e) {
            return false; // the follower ends
        } catch (IOException e) {
            said.once(file.path() + ": cannot be read: " + e);
            file.leave();
            return false;
        }
    }

    /// What is wrong with paths to follow, before anything is followed; empty if nothing.
    public static List<String> problems(List<String> paths) {
        return paths.stream()
                .filter(path -> path.isBlank() || path.indexOf('\0') >= 0)
                .map(path -> "'%s' is no path to follow".formatted(path))
                .toList();
    }
}
