// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import dev.apian.simulator.Resource.Ownership;
import java.util.List;

/// Meridian Bank keeps accounts of companies: transfers that somebody approves, cards, loans, statements.
final class MeridianBank {

    private static final Role TELLER = new Role("teller");
    private static final Role PAYMENTS = new Role("payments-officer");
    private static final Role CARDS = new Role("card-operations");
    private static final Role TREASURY = new Role("treasury");
    private static final Role LENDING = new Role("relationship-manager");
    private static final Role FRAUD = new Role("fraud-analyst");
    private static final Role ADMIN = new Role("bank-admin");
    private static final Role CUSTOMER = Role.CUSTOMER;
    private static final Role PARTNER = Model.PARTNER;

    private MeridianBank() {}

    static Model model() {
        return new Model(
                new Brand("Meridian Bank", "meridian-bank.example", "mb", "/oauth2"),
                List.of(
                        new Position(TELLER, 36, 4, false, true),
                        new Position(PAYMENTS, 14, 3, false, false),
                        new Position(CARDS, 14, 3, false, false),
                        new Position(TREASURY, 8, 2, false, false),
                        new Position(LENDING, 16, 3, true, false),
                        new Position(FRAUD, 6, 2, false, false),
                        new Position(ADMIN, 6, 2, false, false)),
                List.of(
                        branch(),
                        rate(),
                        customer(),
                        account(),
                        beneficiary(),
                        transfer(),
                        statement(),
                        card(),
                        dispute(),
                        loan(),
                        message(),
                        alert(),
                        settlement(),
                        user(),
                        overview()),
                new Model.Cast(TELLER, CARDS, LENDING, PAYMENTS, TREASURY),
                "/v2/me",
                "items");
    }

    private static Resource branch() {
        return Resource.of("branch", Ownership.PUBLIC, Ids.of(Ids.Form.SLUG))
                .atFirst(140, 160)
                .with(
                        Field.of("city", Field.Form.CITY),
                        Field.of("country", Field.Form.COUNTRY),
                        Field.of("phone", Field.Form.PHONE),
                        Field.of("wheelchair_access", Field.Form.FLAG))
                .at(
                        Operation.list("/v2/branches", CUSTOMER).weighing(0.4).taking(20),
                        Operation.read("/v2/branches/{branch}", CUSTOMER)
                                .weighing(0.6)
                                .taking(15))
                .done();
    }

    private static Resource rate() {
        return Resource.of("rate", Ownership.PUBLIC, Ids.prefixed("FX-", 1))
                .atFirst(60, 60)
                .with(
                        Field.choice("base", "EUR", "USD", "GBP"),
                        Field.choice("quote", "SEK", "CHF", "PLN", "CZK", "JPY"),
                        Field.money("rate", 4_000),
                        Field.of("as_of", Field.Form.TIME))
                .at(
                        Operation.list("/v2/exchange-rates", CUSTOMER, PARTNER)
                                .weighing(0.7)
                                .taking(15),
                        Operation.read("/v2/exchange-rates/{rate}", CUSTOMER, PARTNER)
                                .weighing(0.6)
                                .taking(10))
                .done();
    }

    private static Resource customer() {
        return Resource.of("customer", Ownership.COMPANY, new Ids(Ids.Form.ACCOUNT, "", 20_001))
                .with(
                        Field.of("name", Field.Form.NAME),
                        Field.of("company", Field.Form.FIRM),
                        Field.of("email", Field.Form.EMAIL),
                        Field.of("phone", Field.Form.PHONE),
                        Field.choice("segment", "retail", "business", "premium"),
                        Field.of("date_of_birth", Field.Form.DATE))
                .at(
                        Operation.search("/v2/customers", TELLER).weighing(8),
                        Operation.read("/v2/customers/{customer}", TELLER, LENDING, FRAUD),
                        Operation.part("/v2/customers/{customer}/identity-check", FRAUD),
                        Operation.export("/v2/customers/export", ADMIN).seldom())
                .done();
    }

    private static Resource account() {
        return Resource.of("account", Ownership.COMPANY, Ids.of(Ids.Form.IBAN))
                .idIn("iban")
                .atFirst(1, 4)
                .arriving(0.004)
                .living(9_000, "active", "dormant")
                .with(
                        Field.choice("product", "current", "savings", "escrow"),
                        Field.choice("currency", "EUR", "EUR", "USD"),
                        Field.money("balance", 90_000_000),
                        Field.link("branch_id", "branch"),
                        Field.of("opened_on", Field.Form.DATE))
                .at(
                        Operation.list("/v2/accounts", CUSTOMER, PARTNER).weighing(5),
                        Operation.read("/v2/accounts/{account}", CUSTOMER, PARTNER, TELLER)
                                .weighing(3),
                        Operation.part("/v2/accounts/{account}/balance", CUSTOMER)
                                .weighing(3),
                        Operation.list("/v2/customers/{customer}/accounts", TELLER)
                                .weighing(1),
                        Operation.report("/v2/accounts/insights", CUSTOMER)
                                .weighing(1.2)
                                .since(2))
                .done();
    }

    private static Resource beneficiary() {
        return Resource.of("beneficiary", Ownership.COMPANY, Ids.of(Ids.Form.UUID))
                .atFirst(2, 9)
                .arriving(0.01)
                .with(
                        Field.of("name", Field.Form.NAME),
                        Field.of("country", Field.Form.COUNTRY),
                        Field.of("trusted", Field.Form.FLAG))
                .at(
                        Operation.list("/v2/beneficiaries", CUSTOMER).weighing(1.5),
                        Operation.read("/v2/beneficiaries/{beneficiary}", CUSTOMER)
                                .weighing(1.5),
                        Operation.create("/v2/beneficiaries", CUSTOMER).weighing(0.15),
                        Operation.change("/v2/beneficiaries/{beneficiary}", CUSTOMER)
                                .weighing(0.1),
                        Operation.remove("/v2/beneficiaries/{beneficiary}", CUSTOMER))
                .done();
    }

    private static Resource transfer() {
        return Resource.of("transfer", Ownership.COMPANY, Ids.prefixed("TRF-2026-", 48_201))
                .under("account")
                .atFirst(8, 30)
                .arriving(0.5)
                .waiting()
                .living(20, "pending", "executing", "booked")
                .with(
                        Field.money("amount", 4_000_000),
                        Field.link("account_id", "account"),
                        Field.link("beneficiary_id", "beneficiary"),
                        Field.of("execution_date", Field.Form.DATE),
                        Field.of("reference", Field.Form.TEXT),
                        Field.choice("scheme", "sepa", "sepa-instant", "swift"))
                .at(
                        Operation.list("/v2/accounts/{account}/transfers", CUSTOMER)
                                .weighing(7),
                        Operation.list("/v2/transfers", PAYMENTS, PARTNER).weighing(6),
                        Operation.read("/v2/transfers/{transfer}", CUSTOMER, PAYMENTS, PARTNER)
                                .weighing(9),
                        Operation.create("/v2/transfers", CUSTOMER, PARTNER)
                                .weighing(0.9)
                                .taking(220),
                        Operation.act("/v2/transfers/{transfer}/cancel", "cancelled", CUSTOMER)
                                .weighing(0.25),
                        Operation.act("/v2/transfers/{transfer}/approve", "approved", PAYMENTS)
                                .weighing(4),
                        Operation.part("/v2/transfers/{transfer}/trace", CUSTOMER)
                                .weighing(1)
                                .since(1))
                .done();
    }

    private static Resource statement() {
        return Resource.of("statement", Ownership.COMPANY, Ids.numbersFrom(300_211))
                .under("account")
                .atFirst(4, 12)
                .arriving(0.12)
                .with(
                        Field.link("account_id", "account"),
                        Field.of("period_end", Field.Form.DATE),
                        Field.number("pages", 12),
                        Field.money("closing_balance", 90_000_000))
                .at(
                        Operation.list("/v2/statements", CUSTOMER, PARTNER).weighing(2.5),
                        Operation.read("/v2/statements/{statement}", CUSTOMER, PARTNER, TELLER)
                                .weighing(3),
                        Operation.file("/v2/statements/{statement}/file", CUSTOMER)
                                .weighing(1.2))
                .done();
    }

    private static Resource card() {
        return Resource.of("card", Ownership.COMPANY, Ids.of(Ids.Form.UUID))
                .under("account")
                .atFirst(1, 5)
                .arriving(0.01)
                .living(9_000, "active", "expired")
                .with(
                        Field.of("holder", Field.Form.NAME),
                        Field.number("last_four", 9_999),
                        Field.choice("network", "visa", "mastercard"),
                        Field.link("account_id", "account"))
                .at(
                        Operation.list("/v2/cards", CUSTOMER).weighing(2),
                        Operation.read("/v2/cards/{card}", CUSTOMER, CARDS).weighing(2),
                        Operation.part("/v2/cards/{card}/limits", CUSTOMER).weighing(0.8),
                        Operation.act("/v2/cards/{card}/block", "blocked", CUSTOMER)
                                .weighing(0.05),
                        Operation.list("/v2/card-orders", CARDS).weighing(3),
                        Operation.change("/v2/cards/{card}/delivery", CARDS).weighing(1))
                .done();
    }

    private static Resource dispute() {
        return Resource.of("dispute", Ownership.COMPANY, Ids.prefixed("DSP-", 7_001))
                .under("card")
                .atFirst(0, 2)
                .arriving(0.04)
                .waiting()
                .living(96, "open", "in-review", "closed")
                .with(
                        Field.link("card_id", "card"),
                        Field.money("amount", 60_000),
                        Field.choice("reason", "not-received", "duplicate", "unknown-merchant"))
                .at(
                        Operation.list("/v2/disputes", CUSTOMER, CARDS).weighing(0.6),
                        Operation.read("/v2/disputes/{dispute}", CUSTOMER, CARDS)
                                .weighing(0.8),
                        Operation.create("/v2/disputes", CUSTOMER).weighing(0.08),
                        Operation.act("/v2/disputes/{dispute}/resolve", "resolved", CARDS)
                                .weighing(4))
                .done();
    }

    private static Resource loan() {
        return Resource.of("loan", Ownership.COMPANY, Ids.prefixed("LN-", 2_301))
                .atFirst(0, 3)
                .arriving(0.02)
                .living(240, "requested", "offered", "running")
                .with(
                        Field.money("principal", 40_000_000),
                        Field.number("months", 120),
                        Field.of("first_instalment", Field.Form.DATE))
                .at(
                        Operation.list("/v2/loans", CUSTOMER, LENDING).weighing(1.2),
                        Operation.read("/v2/loans/{loan}", CUSTOMER, LENDING).weighing(1.2),
                        Operation.part("/v2/loans/{loan}/schedule", CUSTOMER, LENDING)
                                .weighing(0.6),
                        Operation.create("/v2/loans", CUSTOMER).weighing(0.06),
                        Operation.act("/v2/loans/{loan}/offer", "offered", LENDING)
                                .weighing(1))
                .done();
    }

    private static Resource message() {
        return Resource.of("message", Ownership.COMPANY, Ids.of(Ids.Form.ULID))
                .atFirst(0, 4)
                .arriving(0.1)
                .waiting()
                .living(200, "new", "answered")
                .with(
                        Field.of("subject", Field.Form.TEXT),
                        Field.link("customer_id", "customer"),
                        Field.of("sent_at", Field.Form.TIME))
                .at(
                        Operation.list("/v2/messages", CUSTOMER, TELLER).weighing(1.5),
                        Operation.read("/v2/messages/{message}", CUSTOMER, TELLER)
                                .weighing(1.5),
                        Operation.create("/v2/messages", CUSTOMER).weighing(0.2),
                        Operation.act("/v2/messages/{message}/reply", "answered", TELLER)
                                .weighing(3))
                .done();
    }

    private static Resource alert() {
        return Resource.of("alert", Ownership.COMPANY, Ids.of(Ids.Form.HEX))
                .under("account")
                .atFirst(0, 1)
                .arriving(0.03)
                .waiting()
                .living(72, "raised", "expired")
                .with(
                        Field.link("account_id", "account"),
                        Field.number("score", 100),
                        Field.choice("rule", "velocity", "new-payee", "sanctions-name"))
                .at(
                        Operation.list("/v2/fraud/alerts", FRAUD),
                        Operation.read("/v2/fraud/alerts/{alert}", FRAUD),
                        Operation.act("/v2/fraud/alerts/{alert}/close", "closed", FRAUD)
                                .weighing(3))
                .done();
    }

    private static Resource settlement() {
        return Resource.of("settlement_file", Ownership.INTERNAL, Ids.prefixed("STL-", 901))
                .atFirst(90, 120)
                .with(
                        Field.of("business_day", Field.Form.DATE),
                        Field.choice("clearing", "target2", "step2", "euro1"),
                        Field.number("payments", 90_000))
                .at(
                        Operation.list("/v2/settlement-files", TREASURY).weighing(4),
                        Operation.read("/v2/settlement-files/{settlement_file}", TREASURY),
                        Operation.file("/v2/settlement-files/{settlement_file}/content", TREASURY)
                                .weighing(3),
                        Operation.report("/v2/reports/liquidity", TREASURY).weighing(2),
                        Operation.report("/v2/reports/positions", TREASURY).weighing(1))
                .done();
    }

    private static Resource user() {
        return Resource.of("user", Ownership.INTERNAL, Ids.numbersFrom(101))
                .atFirst(12, 40)
                .with(
                        Field.of("name", Field.Form.NAME),
                        Field.of("email", Field.Form.EMAIL),
                        Field.choice("role", "teller", "treasury", "bank-admin"))
                .at(
                        Operation.list("/v2/admin/users", ADMIN),
                        Operation.read("/v2/admin/users/{user}", ADMIN),
                        Operation.create("/v2/admin/users", ADMIN).seldom(),
                        Operation.report("/v2/admin/settings", ADMIN),
                        Operation.report("/v2/admin/audit-log", ADMIN))
                .done();
    }

    private static Resource overview() {
        return Resource.of("overview", Ownership.INTERNAL, Ids.of(Ids.Form.LETTERS))
                .at(
                        Operation.report("/v2/notifications", CUSTOMER)
                                .weighing(2)
                                .taking(15),
                        Operation.report("/v2/budgets", CUSTOMER).weighing(0.5).since(3),
                        Operation.report("/v2/savings-goals", CUSTOMER)
                                .weighing(0.5)
                                .since(4),
                        Operation.report("/v2/standing-orders", CUSTOMER)
                                .weighing(0.5)
                                .since(5),
                        Operation.report("/v2/carbon-report", CUSTOMER)
                                .weighing(0.5)
                                .since(6))
                .done();
    }
}
