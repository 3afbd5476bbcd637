// SPDX-License-Identifier: Apache-2.0
package dev.apian;

import static dev.apian.stage.call.Facet.Kind.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.profile.Population;
import dev.apian.stage.profile.Profiled;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.triage.Alert;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is usual for an actor must survive that templates are learned late, merge and split: the alerts are those of a
/// run that knew the templates from the first call on.
class TemplateHistoryTest {

    private static final List<Correction> KNOWN =
            List.of(new Pin("", "", "/users/{userId}", ""), new Pin("", "", "/users/directory", ""));

    private static final int DAYS = 21;
    private static final int PEOPLE = 30;
    private static final int SURGE = 400;

    private final List<Call> calls = new ArrayList<>();

    /// Those that the calls of person 0 had, in the order they first did.
    private final Set<String> templates = new LinkedHashSet<>();

    /// For ten days one name is all there is; then others come, and it turns out to be a value.
    @Test
    void aBaselineSurvivesAMerge() {
        for (int day = 0; day < DAYS; day++) {
            work(day, 0, "/users/name-a", 6);
            for (int person = 1; person < PEOPLE && day >= 10; person++) {
                work(day, person, "/users/name-" + (char) ('a' + person % 26) + person, 6);
            }
        }
        surge("/users/name-a");

        List<Alert> learned = alerts(List.of());

        assertThat(templates).containsExactly("/users/name-a", "/users/{userId}");
        assertThat(learned).isNotEmpty().isEqualTo(alerts(KNOWN));
    }

    /// A name that one person uses passes for a value; from the third day on everybody uses it, it answers in its own
    /// way, and so turns out to be a route.
    @Test
    void aBaselineSurvivesASplit() {
        for (int day = 0; day < DAYS; day++) {
            work(day, 0, "/users/directory", 6);
            for (int person = 1; person < PEOPLE; person++) {
                work(day, person, "/users/name-" + (char) ('a' + person % 26) + person, 6);
                if (day >= 3) {
                    work(day, person, "/users/directory", 3);
                }
            }
        }
        surge("/users/directory");

        List<Alert> learned = alerts(List.of());

        assertThat(templates).containsExactly("/users/directory", "/users/{userId}");
        assertThat(learned).isNotEmpty();
        assertThat(learned).extracting(Alert::id).isEqualTo(ids(alerts(KNOWN)));
    }

    /// The other half of both: what is usual stays quiet.
    @Test
    void nothingIsRaisedForTheChangeItself() {
        for (int day = 0; day < DAYS; day++) {
            work(day, 0, "/users/directory", 6);
            for (int person = 1; person < PEOPLE; person++) {
                work(day, person, "/users/name-" + (char) ('a' + person % 26) + person, 6);
                if (day >= 3) {
                    work(day, person, "/users/directory", 3);
                }
            }
        }

        assertThat(alerts(List.of())).isEmpty();
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    private List<Alert> alerts(List<Correction> corrections) {
        templates.clear();
        PlainRunner.Observer observer = new PlainRunner.Observer() {
            @Override
            public void profiled(Profiled call, Population known) {
                if (call.identified().call().presented().getFirst().value().equals("person-0")) {
                    templates.add(call.identified().endpoint().template());
                }
            }
        };
        PlainRunner runner = new PlainRunner(new Pipeline(BuiltIn.detectors()), Duration.ofSeconds(5), observer);
        runner.correct(corrections);
        calls.sort(Comparator.comparingLong(Call::micros).thenComparing(Call::id));
        calls.forEach(runner::offer);
        runner.finish();
        return runner.alerts();
    }

    /// A few calls in each of eight hours of a day, in every fourth one more.
    private void work(int day, int person, String path, int inHour) {
        for (int hour = 0; hour < 8; hour++) {
            for (int i = 0; i < inHour + (hour % 4 == 3 ? 1 : 0); i++) {
                add(
                        person,
                        path,
                        Duration.ofDays(day).plusHours(hour).plusMinutes(7L * i).plusSeconds(person));
            }
        }
    }

    private void surge(String path) {
        for (int i = 0; i < SURGE; i++) {
            add(0, path, Duration.ofDays(DAYS).plusHours(2).plusSeconds(5L * i));
        }
    }

    private void add(int person, String path, Duration after) {
        SomeCall call = SomeCall.get(path)
                .with(USER_ID, "person-" + person)
                .from("192.0.2." + (10 + person), "Firefox on Linux")
                .after(after);
        boolean isRoute = path.endsWith("directory") && after.toDays() >= 3;
        calls.add((isRoute ? call.shaped("directory") : call.shaped("user").echoes(1, "login")).call());
    }
}
