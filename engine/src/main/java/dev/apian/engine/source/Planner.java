// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks at the start of every input before any is read: what is it, was it read before, when does it begin.
final class Planner {

    private static final String AGAIN =
            "; its calls are in the data directory. Give --again to store and count them a second time,"
                    + " or another --data to begin anew";

    private final Marks marks;
    private final CallReader reader;
    private final boolean again;
    private final Map<String, String> planned = new HashMap<>();

    /// @param again whether inputs are read even if they were read before
    Planner(Marks marks, CallReader reader, boolean again) {
        this.marks = marks;
        this.reader = reader;
        this.again = again;
    }

    /// @param stream the content where it can be opened only once, as standard input
    Plan plan(String name, Path path, @Nullable InputStream stream) {
        try {
            Content content = Content.of(stream != null ? stream : Files.newInputStream(path));
            Plan plan = plan(name, stream != null ? null : path, content);
            if (stream == null || !(plan instanceof Plan.Read)) {
                content.close();
            }
            return plan;
        } catch (InputException e) {
            return new Plan.Unreadable(name + ": " + e.getMessage());
        } catch (IOException e) {
            return new Plan.Unreadable(name + ": cannot be read: " + e);
        }
    }

    private Plan plan(String name, @Nullable Path path, Content content) throws IOException {
        byte[] head = content.head();
        if (head.length == 0 && content.isAtEnd()) {
            return new Plan.Empty(name + ": nothing to read, the file is empty");
        }
        Mark fresh = marks.fresh(name, head);
        String twin = again || head.length == 0 ? null : planned.putIfAbsent(fresh.head(), name);
        if (twin != null) {
            return new Plan.Known(name + ": begins with the same " + head.length + " bytes as " + twin
                    + ", so it is read once; give --again to read both");
        }
        Mark known = again ? null : marks.find(head);
        long bytes = path == null ? -1 : Files.size(path);
        if (known == null) {
            Content open = path == null ? content : null;
            return new Plan.Read(new Source(name, path, open, fresh, firstMicros(reader, head), bytes), "");
        }
        return goOn(name, path, content, known, bytes);
    }

    private Plan goOn(String name, @Nullable Path path, Content content, Mark known, long bytes) throws IOException {
        String as = known.name().equals(name) ? "" : " as " + known.name();
        byte[] tail = new byte[known.tailBytes()];
        if (!content.skip(known.position() - tail.length) || !read(content, tail)) {
            return new Plan.Known(name + ": was analysed already" + as
                    + ", when there was more of it: an older or shortened copy" + AGAIN);
        }
        if (tail.length > 0 && !marks.fingerprint(tail, 0, tail.length).equals(known.tail())) {
            return new Plan.Known("%s: begins like a file that was analysed already%s, but differs before byte %,d"
                            .formatted(name, as, known.position())
                    + AGAIN);
        }
        if (known.isDone() && (!content.skip(known.length() - known.position()) || content.isAtEnd())) {
            return new Plan.Known(name + ": was analysed already" + as + AGAIN);
        }
        String note = String.format(
                Locale.ROOT,
                known.isDone()
                        ? "%s: grew since it was analysed%s; only what comes after line %,d is read"
                        : "%s: an earlier run stopped in it%s; going on after line %,d",
                name,
                as,
                known.line());
        Mark start = known.named(name);
        if (path != null) {
            return new Plan.Read(new Source(name, path, null, start, Long.MIN_VALUE, bytes), note);
        }
        long position = Math.max(known.position(), known.length());
        Mark here = new Mark(name, start.headBytes(), start.head(), position, start.line(), 0, "", -1, start.order());
        return new Plan.Read(new Source(name, null, content, here, Long.MIN_VALUE, bytes), note);
    }

    /// Fills an array; false if there is less.
    static boolean read(Content content, byte[] to) throws IOException {
        for (int filled = 0; filled < to.length; ) {
            int read = content.read(to, filled, to.length - filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    /// Time of the first call in a head, `Long.MIN_VALUE` if there is none.
    static long firstMicros(CallReader reader, byte[] head) {
        for (int from = 0; from < head.length; ) {
            int end = LineBreak.next(head, from, head.length);
            if (reader.read(head, from, end) instanceof Outcome.Accepted accepted) {
                return accepted.call().micros();
            }
            from = end + 1;
        }
        return Long.MIN_VALUE;
    }
}
