// SPDX-License-Identifier: Apache-2.0

/// Stage 2 of 7. Calls in, endpoints out: finds the variable parts of a path.
///
/// Matching is a function of the call and of [Templates], the knowledge in force; [TemplateLearner] publishes
/// the next one at a tick. An endpoint's id never changes meaning: merges and splits add aliases. Start with
/// [Templates] and its [Trie], then [TemplateLearner]: it grows a [PathTree], asks the [Weigher] which names are
/// values,
/// lets [Merge] carry it out, and tells the [Register] what became of ids. [Corrector] lays over it what people and
/// documents say, [Quarantine] keeps scanners out, [Facts] are what was seen of each endpoint.
@NullMarked
package dev.apian.stage.endpoint;

import org.jspecify.annotations.NullMarked;
