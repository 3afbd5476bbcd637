// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.List;

/// What a JSON value is made from: a schema with its references followed and its circles cut.
sealed interface Blueprint {

    Blueprint EMPTY = new Thing(List.of());

    record Thing(List<Property> properties) implements Blueprint {

        public Thing {
            properties = List.copyOf(properties);
        }
    }

    record Property(String name, boolean required, Blueprint value) {}

    record Many(Blueprint item) implements Blueprint {}

    record Choice(List<String> values) implements Blueprint {

        public Choice {
            values = List.copyOf(values);
        }
    }

    /// The value of a parameter of the path.
    ///
    /// @param parameter its index
    record Echo(int parameter, boolean number) implements Blueprint {}

    /// A value of chance.
    enum Scalar implements Blueprint {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        DATE,
        TIME,
        UUID,
        EMAIL,
        ADDRESS
    }
}
