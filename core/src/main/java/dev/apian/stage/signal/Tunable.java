// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a component of a detector's `Limits`: people may set it, within a range. A component without it stays as it is.
///
/// Texts are as in [Setting]: `25`, `0.35`, `15m`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Tunable {

    String least();

    String most();

    /// Of a plain number, in the plural; empty for a duration or a ratio.
    String unit() default "";

    /// Why its default is as it is.
    String because();
}
