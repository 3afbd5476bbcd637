// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import dev.apian.engine.CoveredHour;
import dev.apian.server.live.Watched;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// What Prometheus scrapes: how much is judged, waits, is refused, is late or dropped, and how far event time is
/// behind the clock. Names end in their unit, as Prometheus asks for.
final class Metrics implements AutoCloseable {

    private static final MediaType TEXT = MediaType.parse("text/plain; version=0.0.4; charset=utf-8");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Watched watched;
    private final MultiGauge rejected;
    private final MultiGauge dropped;
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics(Watched watched, InstantSource clock) {
        this.watched = watched;
        counter(
                "apian.calls",
                "Calls judged, over all runs.",
                one -> one.progress().calls());
        counter(
                "apian.calls.late",
                "Calls that came too late to be judged; they are stored.",
                one -> one.progress().late());
        gauge(
                "apian.calls.waiting",
                "Calls accepted and not judged yet.",
                one -> one.progress().waiting());
        gauge("apian.event.lag.seconds", "How far the latest call judged is behind the clock.", one -> lag(one, clock));
        gauge("apian.up", "1 while the engine works.", one -> one.failure() == null ? 1 : 0);
        gauge(
                "apian.calls.named.ratio",
                "Share of the last day's calls with an actor.",
                one -> share(one, CoveredHour::named));
        gauge(
                "apian.calls.read.ratio",
                "Share of the last day's calls whose answer could be read.",
                one -> share(one, CoveredHour::read));
        gauge("apian.alerts", "Alerts that are kept.", one -> one.alerts().all().size());
        rejected = MultiGauge.builder("apian.records.rejected")
                .description("Records that could not be read, by reason, over all runs.")
                .register(registry);
        dropped = MultiGauge.builder("apian.dropped")
                .description("What was dropped to stay within a limit, by the limit's name.")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// Everything as it is now, in the text format.
    HttpResponse scrape() {
        List<MultiGauge.Row<?>> reasons = watched.rejects().stream()
                .<MultiGauge.Row<?>>map(tally -> row("reason", tally.reason(), tally.count()))
                .toList();
        List<MultiGauge.Row<?>> limits = watched.progress().dropped().entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> row("limit", entry.getKey(), entry.getValue()))
                .toList();
        rejected.register(reasons, true);
        dropped.register(limits, true);
        return HttpResponse.of(HttpStatus.OK, TEXT, registry.scrape());
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static final int DAY_HOURS = 24;

    /// NaN before the first call: nothing is known then, which is no zero.
    private static double share(Watched one, ToLongFunction<CoveredHour> part) {
        List<CoveredHour> hours = one.coverage();
        long calls = 0;
        long those = 0;
        for (CoveredHour hour : hours.subList(Math.max(0, hours.size() - DAY_HOURS), hours.size())) {
            calls += hour.calls();
            those += part.applyAsLong(hour);
        }
        return calls == 0 ? Double.NaN : (double) those / calls;
    }

    private static double lag(Watched one, InstantSource clock) {
        long micros = one.progress().eventMicros();
        return micros == Long.MIN_VALUE ? Double.NaN : clock.millis() / 1e3 - micros / 1e6;
    }

    private void counter(String name, String what, ToDoubleFunction<Watched> value) {
        FunctionCounter.builder(name, watched, value).description(what).register(registry);
    }

    private void gauge(String name, String what, ToDoubleFunction<Watched> value) {
        Gauge.builder(name, watched, value).description(what).register(registry);
    }

    private static MultiGauge.Row<Number> row(String tag, String value, long count) {
        return MultiGauge.Row.of(Tags.of(tag, value), count);
    }
}
