// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

/// A place on the globe, in degrees.
public record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371;

    /// Along the great circle, by the haversine formula.
    public double kilometresTo(Place other) {
        var north = Math.toRadians(other.latitude - latitude);
        var east = Math.toRadians(other.longitude - longitude);
        var haversine = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }

    /// Unknown places are not numbers.
    public boolean isKnown() {
        return Double.isFinite(latitude) && Double.isFinite(longitude);
    }

    private static double square(double x) {
        return x * x;
    }
}
