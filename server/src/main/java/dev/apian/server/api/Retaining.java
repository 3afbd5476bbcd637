// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.engine.Keeping;
import dev.apian.lake.DiskRoom;
import dev.apian.lake.LakeReport;
import dev.apian.lake.Retained;
import dev.apian.lake.Retention;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import dev.apian.server.live.RetentionSetting;
import dev.apian.server.live.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How much is stored, how much of it is kept, and what would go if less were.
final class Retaining {

    private static final String DAYS = "keep_days";
    private static final String BYTES = "keep_bytes";

    /// A hundred years.
    private static final int DAYS_MAX = 36_525;

    private final RetentionSetting setting;
    private final Keeping command;
    private final Path directory;
    private final Watched watched;
    private final InstantSource clock;

    /// @param command what the command line says
    Retaining(RetentionSetting setting, Keeping command, Path directory, Watched watched, InstantSource clock) {
        this.setting = setting;
        this.command = command;
        this.directory = directory;
        this.watched = watched;
        this.clock = clock;
    }

    ObjectNode show(Parameters asked) throws IOException {
        asked.allowOnly(DAYS, BYTES);
        String days = asked.text(DAYS);
        String bytes = asked.text(BYTES);
        ObjectNode answer = json();
        boolean proposed = days != null || bytes != null;
        answer.set("would_delete", proposed ? leaving(retention(days, bytes, Problem::badParameter)) : null);
        return answer;
    }

    ObjectNode set(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        JsonNode said = Said.of(
                        body, Set.of(DAYS, BYTES), "a JSON object with keep_days and keep_bytes, null to keep all")
                .members();
        Retention wanted = retention(text(said.path(DAYS)), text(said.path(BYTES)), Problem::badBody);
        requireOwnLake();
        setting.put(wanted);
        watched.keep(wanted);
        return json();
    }

    ObjectNode reset(Parameters asked) throws IOException {
        asked.allowOnly();
        requireOwnLake();
        setting.clear();
        watched.keep(command.retention());
        return json();
    }

    private void requireOwnLake() {
        if (!watched.readsCorrections()) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "cluster",
                    "The cluster's job keeps its own lake",
                    "This server only shows the lake that a job fills, and deletes nothing in it; give the job"
                            + " --keep-days or --keep-bytes instead.");
        }
    }

    private ObjectNode json() throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Retention stated = setting.get().orElse(null);
        Retention inForce = stated == null ? command.retention() : stated;
        answer.put(DAYS, inForce.days());
        answer.put(BYTES, inForce.bytes());
        answer.put("from", stated == null ? "command" : "setting");
        answer.putObject("command")
                .put(DAYS, command.retention().days())
                .put(BYTES, command.retention().bytes());
        LakeReport lake = LakeReport.of(directory);
        answer.putObject("lake")
                .put("calls", lake.rows())
                .put("days", lake.days())
                .put("first_day", lake.first().isEmpty() ? null : lake.first())
                .put("last_day", lake.last().isEmpty() ? null : lake.last())
                .put("bytes", lake.bytes())
                .put("deleted_calls", lake.deleted().rows())
                .put("deleted_bytes", lake.deleted().bytes())
                .put("damaged_files", lake.damaged().files());
        answer.putObject("disk")
                .put(
                        "free_bytes",
                        DiskRoom.of(directory, command.reserveBytes()).usable().bytes())
                .put("reserve_bytes", command.reserveBytes());
        return answer;
    }

    private ObjectNode leaving(Retention proposed) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Retained gone = LakeReport.leaving(directory, proposed, today);
        return JsonNodeFactory.instance
                .objectNode()
                .put("days", gone.days())
                .put("calls", gone.rows())
                .put("bytes", gone.bytes());
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    /// @param wrong what to throw of a number that is none
    private static Retention retention(@Nullable String days, @Nullable String bytes, Function<String, Problem> wrong) {
        Long count = number(DAYS, days, DAYS_MAX, wrong);
        return new Retention(count == null ? null : count.intValue(), number(BYTES, bytes, Long.MAX_VALUE, wrong));
    }

    private static @Nullable Long number(
            String name, @Nullable String text, long most, Function<String, Problem> wrong) {
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw wrong.apply(
                "%s is '%s', expected a whole number from 1 to %d, or null to keep all".formatted(name, text, most));
    }
}
