// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import dev.apian.simulator.Resource.Ownership;
import java.util.List;

/// Larkspur Travel books journeys for companies: reservations with passengers, tickets, payments, refunds.
final class LarkspurTravel {

    private static final Role AGENT = new Role("travelAgent");
    private static final Role TICKETING = new Role("ticketing");
    private static final Role REFUNDS = new Role("refundDesk");
    private static final Role REVENUE = new Role("revenueAccounting");
    private static final Role ACCOUNTS = new Role("accountManager");
    private static final Role CONTENT = new Role("contentEditor");
    private static final Role PLATFORM = new Role("platformAdmin");
    private static final Role CUSTOMER = Role.CUSTOMER;
    private static final Role PARTNER = Model.PARTNER;

    private LarkspurTravel() {}

    static Model model() {
        return new Model(
                new Brand("Larkspur Travel", "larkspur-travel.example", "lt", "/api/session"),
                List.of(
                        new Position(AGENT, 40, 4, false, true),
                        new Position(TICKETING, 16, 3, false, false),
                        new Position(REFUNDS, 12, 3, false, false),
                        new Position(REVENUE, 8, 2, false, false),
                        new Position(ACCOUNTS, 12, 3, true, false),
                        new Position(CONTENT, 6, 2, false, false),
                        new Position(PLATFORM, 6, 2, false, false)),
                List.of(
                        hotel(),
                        flight(),
                        traveller(),
                        reservation(),
                        passenger(),
                        booking(),
                        itinerary(),
                        ticket(),
                        payment(),
                        refund(),
                        contract(),
                        batch(),
                        operator(),
                        inbox()),
                new Model.Cast(AGENT, TICKETING, ACCOUNTS, REFUNDS, REVENUE),
                "/api/profile",
                "data");
    }

    private static Resource hotel() {
        return Resource.of("hotel", Ownership.PUBLIC, Ids.of(Ids.Form.SLUG))
                .idIn("slug")
                .atFirst(420, 450)
                .with(
                        Field.of("city", Field.Form.CITY),
                        Field.of("countryCode", Field.Form.COUNTRY),
                        Field.number("stars", 5),
                        Field.money("fromPrice", 40_000),
                        Field.object(
                                "checkIn",
                                Field.choice("from", "14:00", "15:00", "16:00"),
                                Field.of("nightDesk", Field.Form.FLAG)),
                        Field.array(
                                "rooms",
                                Field.choice("kind", "single", "double", "suite"),
                                Field.money("price", 60_000)))
                .at(
                        Operation.list("/api/hotels", CUSTOMER, CONTENT)
                                .weighing(5)
                                .taking(70),
                        Operation.read("/api/hotels/{hotel}", CUSTOMER, CONTENT).weighing(6),
                        Operation.part("/api/hotels/{hotel}/availability", CUSTOMER)
                                .weighing(2)
                                .taking(140),
                        Operation.change("/api/hotels/{hotel}", CONTENT).weighing(2))
                .done();
    }

    private static Resource flight() {
        return Resource.of("flight", Ownership.PUBLIC, Ids.prefixed("LK", 1_001))
                .idIn("flightNo")
                .atFirst(260, 300)
                .with(
                        Field.of("origin", Field.Form.CITY),
                        Field.of("destination", Field.Form.CITY),
                        Field.of("departure", Field.Form.TIME),
                        Field.money("fare", 90_000),
                        Field.number("seatsLeft", 9))
                .at(
                        Operation.list("/api/flights", CUSTOMER, PARTNER)
                                .weighing(5)
                                .taking(160),
                        Operation.read("/api/flights/{flight}", CUSTOMER, PARTNER)
                                .weighing(4),
                        Operation.part("/api/flights/{flight}/seatMap", CUSTOMER)
                                .weighing(1))
                .done();
    }

    private static Resource traveller() {
        return Resource.of("traveller", Ownership.COMPANY, new Ids(Ids.Form.ACCOUNT, "", 20_001))
                .idIn("travellerId")
                .with(
                        Field.of("fullName", Field.Form.NAME),
                        Field.of("employer", Field.Form.FIRM),
                        Field.of("email", Field.Form.EMAIL),
                        Field.of("mobile", Field.Form.PHONE))
                .at(
                        Operation.search("/api/travellers", AGENT).weighing(9),
                        Operation.read("/api/travellers/{traveller}", AGENT, ACCOUNTS),
                        Operation.part("/api/travellers/{traveller}/preferences", AGENT),
                        Operation.export("/api/travellers/export", PLATFORM).seldom())
                .done();
    }

    private static Resource reservation() {
        return Resource.of("reservation", Ownership.COMPANY, Ids.of(Ids.Form.LOCATOR))
                .idIn("locator")
                .atFirst(5, 22)
                .arriving(0.3)
                .living(60, "held", "confirmed", "travelled")
                .with(
                        Field.link("flightNo", "flight"),
                        Field.link("hotelSlug", "hotel"),
                        Field.of("travelDate", Field.Form.DATE),
                        Field.money("total", 400_000),
                        Field.choice("cabin", "economy", "premium", "business"))
                .at(
                        Operation.list("/api/reservations", CUSTOMER, PARTNER).weighing(6),
                        Operation.read("/api/reservations/{reservation}", CUSTOMER, PARTNER, AGENT)
                                .weighing(8),
                        Operation.create("/api/reservations", CUSTOMER, PARTNER)
                                .weighing(0.8)
                                .taking(300),
                        Operation.change("/api/reservations/{reservation}", CUSTOMER, AGENT)
                                .weighing(0.3),
                        Operation.act("/api/reservations/{reservation}/cancel", "cancelled", CUSTOMER)
                                .weighing(0.25),
                        Operation.list("/api/travellers/{traveller}/reservations", AGENT)
                                .weighing(2),
                        Operation.part("/api/reservations/{reservation}/disruptions", CUSTOMER)
                                .weighing(1)
                                .since(1))
                .done();
    }

    private static Resource passenger() {
        return Resource.of("passenger", Ownership.COMPANY, Ids.of(Ids.Form.HEX))
                .under("reservation")
                .idIn("passengerId")
                .atFirst(5, 20)
                .arriving(0.3)
                .with(
                        Field.of("name", Field.Form.NAME),
                        Field.link("reservationLocator", "reservation"),
                        Field.of("birthDate", Field.Form.DATE),
                        Field.of("passport", Field.Form.CODE),
                        Field.choice("meal", "standard", "vegetarian", "vegan"))
                .at(
                        Operation.list("/api/reservations/{reservation}/passengers", CUSTOMER, AGENT)
                                .weighing(2.5),
                        Operation.read("/api/reservations/{reservation}/passengers/{passenger}", CUSTOMER, AGENT)
                                .weighing(2),
                        Operation.change("/api/reservations/{reservation}/passengers/{passenger}", CUSTOMER)
                                .weighing(0.4))
                .done();
    }

    private static Resource booking() {
        return Resource.of("booking", Ownership.COMPANY, Ids.numbersFrom(5_104_311))
                .idIn("bookingId")
                .under("reservation")
                .atFirst(5, 22)
                .arriving(0.35)
                .waiting()
                .living(30, "requested", "ticketed", "closed")
                .with(
                        Field.link("reservationLocator", "reservation"),
                        Field.link("hotelSlug", "hotel"),
                        Field.number("nights", 9),
                        Field.money("price", 250_000))
                .at(
                        Operation.list("/api/bookings", CUSTOMER, TICKETING, PARTNER)
                                .weighing(4),
                        Operation.read("/api/bookings/{booking}", CUSTOMER, TICKETING, PARTNER)
                                .weighing(5),
                        Operation.act("/api/bookings/{booking}/issueTicket", "ticketed", TICKETING)
                                .weighing(4),
                        Operation.file("/api/bookings/{booking}/voucher", CUSTOMER)
                                .weighing(1))
                .done();
    }

    private static Resource itinerary() {
        return Resource.of("itinerary", Ownership.COMPANY, Ids.of(Ids.Form.ULID))
                .idIn("itineraryId")
                .under("reservation")
                .atFirst(3, 12)
                .arriving(0.2)
                .with(
                        Field.link("reservationLocator", "reservation"),
                        Field.of("title", Field.Form.TEXT),
                        Field.array(
                                "legs",
                                Field.of("from", Field.Form.CITY),
                                Field.of("to", Field.Form.CITY),
                                Field.of("departsAt", Field.Form.TIME)))
                .at(
                        Operation.list("/api/itineraries", CUSTOMER).weighing(2),
                        Operation.read("/api/itineraries/{itinerary}", CUSTOMER, ACCOUNTS)
                                .weighing(2.5),
                        Operation.part("/api/itineraries/{itinerary}/calendar", CUSTOMER)
                                .weighing(0.5))
                .done();
    }

    private static Resource ticket() {
        return Resource.of("ticket", Ownership.COMPANY, Ids.prefixed("220-2400", 100_001))
                .idIn("ticketNo")
                .under("reservation")
                .atFirst(4, 14)
                .arriving(0.25)
                .with(
                        Field.link("reservationLocator", "reservation"),
                        Field.of("holder", Field.Form.NAME),
                        Field.choice("fareBasis", "YFLEX", "QLIGHT", "JBIZ"))
                .at(
                        Operation.list("/api/reservations/{reservation}/tickets", CUSTOMER)
                                .weighing(1.2),
                        Operation.read("/api/tickets/{ticket}", CUSTOMER, TICKETING)
                                .weighing(1.5),
                        Operation.list("/api/ticketing/stock", TICKETING).weighing(1),
                        Operation.file("/api/tickets/{ticket}/receipt", CUSTOMER)
                                .weighing(0.6))
                .done();
    }

    private static Resource payment() {
        return Resource.of("payment", Ownership.COMPANY, Ids.of(Ids.Form.UUID))
                .idIn("paymentId")
                .under("booking")
                .atFirst(3, 12)
                .arriving(0.2)
                .living(40, "authorised", "captured")
                .with(
                        Field.link("bookingId", "booking"),
                        Field.money("amount", 250_000),
                        Field.choice("method", "card", "invoice", "lodgeCard"),
                        Field.of("dueDate", Field.Form.DATE))
                .at(
                        Operation.list("/api/payments", CUSTOMER, REVENUE).weighing(1.5),
                        Operation.read("/api/payments/{payment}", CUSTOMER, REVENUE, AGENT)
                                .weighing(1.5),
                        Operation.create("/api/payments", CUSTOMER).weighing(0.3))
                .done();
    }

    private static Resource refund() {
        return Resource.of("refund", Ownership.COMPANY, Ids.numbersFrom(88_001))
                .idIn("refundId")
                .under("booking")
                .atFirst(0, 2)
                .arriving(0.06)
                .waiting()
                .living(300, "requested", "expired")
                .with(
                        Field.link("bookingId", "booking"),
                        Field.money("amount", 120_000),
                        Field.choice("reason", "cancelled", "delay", "goodwill"))
                .at(
                        Operation.list("/api/refunds", CUSTOMER, REFUNDS).weighing(1),
                        Operation.read("/api/refunds/{refund}", CUSTOMER, REFUNDS)
                                .weighing(1),
                        Operation.create("/api/refunds", CUSTOMER).weighing(0.15),
                        Operation.act("/api/refunds/{refund}/approve", "approved", REFUNDS)
                                .weighing(4))
                .done();
    }

    private static Resource contract() {
        return Resource.of("corporateContract", Ownership.COMPANY, Ids.prefixed("CC-", 101))
                .idIn("contractId")
                .atFirst(1, 1)
                .with(
                        Field.of("company", Field.Form.FIRM),
                        Field.money("yearlyVolume", 90_000_000),
                        Field.number("discountPercent", 20))
                .at(
                        Operation.list("/api/corporateContracts", ACCOUNTS).weighing(3),
                        Operation.read("/api/corporateContracts/{corporateContract}", ACCOUNTS),
                        Operation.change("/api/corporateContracts/{corporateContract}", ACCOUNTS))
                .done();
    }

    private static Resource batch() {
        return Resource.of("settlementBatch", Ownership.INTERNAL, Ids.prefixed("BSP-", 301))
                .idIn("batchId")
                .atFirst(60, 90)
                .with(
                        Field.of("closedOn", Field.Form.DATE),
                        Field.number("documents", 20_000),
                        Field.money("net", 90_000_000))
                .at(
                        Operation.list("/api/settlementBatches", REVENUE).weighing(3),
                        Operation.read("/api/settlementBatches/{settlementBatch}", REVENUE),
                        Operation.file("/api/settlementBatches/{settlementBatch}/file", REVENUE)
                                .weighing(3),
                        Operation.report("/api/reports/yield", REVENUE).weighing(1))
                .done();
    }

    private static Resource operator() {
        return Resource.of("operator", Ownership.INTERNAL, Ids.numbersFrom(101))
                .idIn("operatorId")
                .atFirst(12, 40)
                .with(Field.of("name", Field.Form.NAME), Field.of("email", Field.Form.EMAIL))
                .at(
                        Operation.list("/api/admin/operators", PLATFORM),
                        Operation.read("/api/admin/operators/{operator}", PLATFORM),
                        Operation.create("/api/admin/operators", PLATFORM).seldom(),
                        Operation.report("/api/admin/configuration", PLATFORM),
                        Operation.report("/api/admin/auditTrail", PLATFORM))
                .done();
    }

    private static Resource inbox() {
        return Resource.of("inbox", Ownership.INTERNAL, Ids.of(Ids.Form.LETTERS))
                .at(
                        Operation.report("/api/inbox", CUSTOMER).weighing(2).taking(15),
                        Operation.report("/api/carbonFootprint", CUSTOMER)
                                .weighing(0.5)
                                .since(2),
                        Operation.report("/api/loyaltyPoints", CUSTOMER)
                                .weighing(0.5)
                                .since(3),
                        Operation.report("/api/travelPolicy", CUSTOMER)
                                .weighing(0.5)
                                .since(4),
                        Operation.report("/api/priceAlerts", CUSTOMER)
                                .weighing(0.5)
                                .since(5))
                .done();
    }
}
