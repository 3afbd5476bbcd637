// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.util.Arrays;
import java.util.List;

/// Which actor uses which endpoint: a sparse binary matrix by rows, so that a pass over it reads memory in order.
///
/// Rows are actors and columns endpoints; both are places in some sorted list of the caller's, since the order must
/// not depend on who came first.
public final class Uses {

    private final int[] starts;
    private final int[] columns;
    private final int endpoints;
    private final int[] users;

    private Uses(int[] starts, int[] columns, int endpoints) {
        this.starts = starts;
        this.columns = columns;
        this.endpoints = endpoints;
        this.users = new int[endpoints];
        for (int column : columns) {
            users[column]++;
        }
    }

    /// @param rows      of each actor, the endpoints in rising order, each once
    /// @param endpoints how many there are
    /// @throws IllegalArgumentException if a row is not in rising order, or names an endpoint that is not there
    public static Uses of(List<int[]> rows, int endpoints) {
        int[] starts = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], rows.get(i).length);
        }
        int[] columns = new int[starts[rows.size()]];
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            for (int n = 0; n < row.length; n++) {
                if (row[n] < 0 || row[n] >= endpoints || n > 0 && row[n] <= row[n - 1]) {
                    throw new IllegalArgumentException("row %d is %s; give endpoints from 0 to %d, rising"
                            .formatted(i, Arrays.toString(row), endpoints - 1));
                }
            }
            System.arraycopy(row, 0, columns, starts[i], row.length);
        }
        return new Uses(starts, columns, endpoints);
    }

    public int actors() {
        return starts.length - 1;
    }

    public int endpoints() {
        return endpoints;
    }

    /// Uses in all, each endpoint of an actor once.
    public int size() {
        return columns.length;
    }

    /// How many actors use the endpoint.
    public int users(int endpoint) {
        return users[endpoint];
    }

    /// The endpoints of an actor, rising.
    public int[] row(int actor) {
        return Arrays.copyOfRange(columns, starts[actor], starts[actor + 1]);
    }

    int start(int actor) {
        return starts[actor];
    }

    int column(int place) {
        return columns[place];
    }

    /// The same by columns: of each endpoint its actors, rising.
    Uses transposed() {
        int[] begins = new int[endpoints + 1];
        for (int j = 0; j < endpoints; j++) {
            begins[j + 1] = begins[j] + users[j];
        }
        int[] next = Arrays.copyOf(begins, endpoints);
        int[] actors = new int[columns.length];
        for (int i = 0; i < actors(); i++) {
            for (int at = starts[i]; at < starts[i + 1]; at++) {
                actors[next[columns[at]]++] = i;
            }
        }
        return new Uses(begins, actors, actors());
    }
}
