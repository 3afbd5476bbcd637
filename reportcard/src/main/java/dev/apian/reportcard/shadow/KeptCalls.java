// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.engine.geo.Geo;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The table `calls` of a data directory. Bodies and roles were never kept, so what needs them cannot be judged.
///
/// @param folder the data directory
record KeptCalls(Path folder) implements Recording {

    private static final QueryLimits LIMITS =
            QueryLimits.DEFAULT.withRowsMax(Long.MAX_VALUE).withTimeout(Duration.ofMinutes(30));
    private static final String SQL = "select epoch_us(time), call_id, method, host, path, status, endpoint, actor,"
            + " actor_kind, credential, client_ip, country, asn, user_agent, device, request_bytes, response_bytes"
            + " from calls order by time, call_id";

    @Override
    public String source() {
        return "the calls kept in " + folder;
    }

    @Override
    public boolean bodies() {
        return false;
    }

    @Override
    public void replay(Consumer<Call> to) throws IOException {
        Path spill = Files.createTempDirectory("apian-shadow");
        try (Query query = Query.openUntouched(folder, spill, LIMITS);
                QueryResult result = query.run(SQL)) {
            while (result.next()) {
                to.accept(call(result.row()));
            }
        } catch (QueryException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(spill);
        }
    }

    private static Call call(List<@Nullable Object> row) {
        String endpoint = text(row.get(6));
        return new Call(
                text(row.get(1)),
                number(row.get(0)),
                text(row.get(2)),
                text(row.get(3)),
                text(row.get(4)),
                endpoint.substring(endpoint.indexOf(' ') + 1),
                (int) number(row.get(5)),
                Geo.inItsCountry(new Origin(
                        text(row.get(10)), text(row.get(11)), Double.NaN, Double.NaN, 0, number(row.get(12)), "")),
                text(row.get(13)),
                text(row.get(14)),
                null,
                List.of(),
                facets(text(row.get(7)), text(row.get(8)), text(row.get(9))),
                List.of(),
                List.of(),
                Content.NONE,
                false,
                number(row.get(15)),
                number(row.get(16)),
                -1);
    }

    /// The actor stays who it was resolved to be; a credential is shown beside it.
    private static List<Facet> facets(String actor, String kind, String credential) {
        List<Facet> facets = new ArrayList<>();
        if (kind.equals("user")) {
            facets.add(new Facet(Facet.Kind.USER_ID, actor));
        }
        int colon = credential.indexOf(':');
        if (colon > 0) {
            String label = credential.substring(0, colon);
            Arrays.stream(Facet.Kind.values())
                    .filter(one -> one.label().equals(label) && one != Facet.Kind.USER_ID)
                    .findFirst()
                    .ifPresent(one -> facets.add(new Facet(one, credential.substring(colon + 1))));
        }
        if (!kind.equals("user") && !kind.equals("anonymous") && !actor.isEmpty()) {
            facets.add(new Facet(Facet.Kind.CLIENT_ID, actor));
        }
        return facets;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
