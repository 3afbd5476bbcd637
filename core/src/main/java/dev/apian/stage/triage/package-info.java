// SPDX-License-Identifier: Apache-2.0

/// Stage 7 of 7. Signals in, alerts out: the signals of one actor that tell one story become one alert, which
/// grows rather than repeats.
///
/// [Risk] says how much the signals weigh together, [Wording] tells the story in plain language. Start with
/// [TriageStep].
@NullMarked
package dev.apian.stage.triage;

import org.jspecify.annotations.NullMarked;
