// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Body;
import dev.apian.stage.call.DataClass;
import java.util.Map;

/// What was seen of one endpoint: counts and names, never values. All of it adds up, so endpoints can merge.
///
/// @param anonymous   calls that were served (2xx) without any credential
/// @param served      calls that were served (2xx)
/// @param first       event time of the first call, microseconds
/// @param last        event time of the last call, microseconds
/// @param statuses    calls by status
/// @param parameters  calls by name of query parameter, at most [#PARAMETERS_MAX] names
/// @param requestData calls whose request held this kind of data
/// @param unlisted    names and keys that found no room
public record Facts(
        long calls,
        long served,
        long anonymous,
        long first,
        long last,
        Map<Integer, Long> statuses,
        Map<String, Long> parameters,
        Map<DataClass, Long> requestData,
        Map<DataClass, Long> responseData,
        Bodies request,
        Bodies response,
        long unlisted) {

    public static final int PARAMETERS_MAX = 64;

    public Facts {
        statuses = Map.copyOf(statuses);
        parameters = Map.copyOf(parameters);
        requestData = Map.copyOf(requestData);
        responseData = Map.copyOf(responseData);
    }

    /// Who is let in, told from calls that were served.
    public enum Posture {
        /// Never without a credential.
        REQUIRED,
        /// Some with, some without.
        MIXED,
        /// Never with one.
        OPEN,
        /// Nothing was served, or no call of the whole host ever shows a credential.
        UNKNOWN
    }

    public Posture posture() {
        if (served == 0) {
            return Posture.UNKNOWN;
        }
        return anonymous == 0 ? Posture.REQUIRED : anonymous == served ? Posture.OPEN : Posture.MIXED;
    }

    /// The bodies of one direction, all of the first ones and a sample of those after. Responses count only where the
    /// call was served.
    ///
    /// @param seen those with a structure that could be read
    /// @param keys in how many of them each key stood, at most [#KEYS_MAX]; one key with two types counts as two
    public record Bodies(long seen, Map<Body.Key, Long> keys) {

        public static final int KEYS_MAX = 400;

        public static final Bodies NONE = new Bodies(0, Map.of());

        public Bodies {
            keys = Map.copyOf(keys);
        }
    }
}
