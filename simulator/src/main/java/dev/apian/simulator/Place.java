// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.ZoneId;

/// A city that people live in or travel to.
record Place(String country, String city, double latitude, double longitude, ZoneId zone, double weight) {}
