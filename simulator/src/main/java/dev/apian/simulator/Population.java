// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settles a world: who lives in it, and with which habits.
final class Population {

    private static final int FIRST_CUSTOMER_ID = 20_001;
    private static final int FIRST_STAFF_ID = 101;
    private static final double JOINS_LATER = 0.08;
    private static final double TRAVELS = 0.04;
    private static final double CHANGES_ROLE = 0.04;
    private static final int STAFF_PERCENT = 4;
    private static final double LEVEL_MAX = 14;

    private static final List<Whereabouts.Vpn> VPN = List.of(Whereabouts.Vpn.values());

    /// Of those who have a VPN, in percent.
    private static final int VPN_SOMETIMES = 75;

    /// Of those who use a phone, in percent.
    private static final int PHONE_ONLY = 60;

    private final World world;
    private final Conditions conditions;
    private final Business business;
    private final long seed;
    private final Chance chance;
    private final Company itself;
    private final List<Company> companies = new ArrayList<>();
    private final Connection gateway;
    private long streams = 1_000;

    /// Whoever may share devices and line with the next customer.
    private @Nullable Household household;

    private Population(World world, Chance chance) {
        this.world = world;
        conditions = world.settings().conditions();
        this.seed = world.settings().seed();
        this.chance = chance;
        business = world.business();
        itself = new Company("org-1000", world.brand().company());
        Network hosting = world.atlas().any(Network.Kind.HOSTING, chance);
        gateway = world.atlas().hosted(hosting, chance);
    }

    static void settle(World world, Chance chance) {
        Population population = new Population(world, chance);
        int actors = world.settings().actors();
        int partners = Math.max(world.settings().conditions().partnersMin(), actors * 6 / 1_000);
        int staff = population.addStaff(actors);
        population.addCustomers(actors - staff - partners);
        world.business().addHistory(population.companies, chance);
        population.addMachines(partners);
    }

    private int addStaff(int actors) {
        Connection[] offices = {office("Hamburg"), office("Amsterdam")};
        int added = 0;
        for (Position position : business.staff()) {
            int count = Math.max(position.atLeast(), actors * STAFF_PERCENT * position.percent() / 10_000);
            for (int j = 0; j < count; j++, added++) {
                addEmployee(position, FIRST_STAFF_ID + added, offices[added % 3 / 2], added % 3 / 2);
            }
        }
        return added;
    }

    private Connection office(String city) {
        Place place = world.atlas().place(city);
        Network network = world.atlas().any(Network.Kind.OFFICE, place.country(), chance);
        return Connection.of(network.anyAddress(chance), network, place, chance);
    }

    private void addEmployee(Position position, int id, Connection office, int site) {
        Chance own = ownChance();
        String name = Names.person(own);
        Account account = account(id, name, world.brand().domain(), position.role(), itself, own);
        Place home = world.atlas().place(site == 0 ? "Hamburg" : "Amsterdam");
        Whereabouts where =
                new Whereabouts(world.atlas(), conditions, home, office, Whereabouts.Vpn.NEVER, own.split());
        if (position.onTheRoad() && own.happens(3 * TRAVELS)) {
            where.travels(journeys(account, own), world.calendar().start());
        }
        Device desktop = Device.browser(world.calendar(), own);
        Login login = position.onTheRoad()
                ? login(account, Login.Proof.JWT, "crm", 30 * Micros.MINUTE, 3 * Micros.DAY, own)
                : login(account, Login.Proof.COOKIE, "office", 10 * Micros.HOUR, 0, own);
        Rhythm.Kind kind = position.aroundTheClock() ? Rhythm.Kind.ROTATING_SHIFT : Rhythm.Kind.SHIFT;
        Person person = new Person(
                world,
                account,
                business.desk(account, own.split()),
                new Rhythm(kind, home.zone(), 1, world.calendar().start(), world.calendar(), own.split()),
                where,
                List.of(new Person.Seat(desktop, login)),
                own);
        if (own.happens(CHANGES_ROLE)) {
            planChange(person, own);
        }
        world.staff(position.role()).add(person);
        world.staffAccounts().add(account);
        join(person, world.calendar().start());
    }

    /// Another role from some day on.
    private void planChange(Person person, Chance own) {
        Account before = person.account();
        Role next = own.pick(business.staff()).role();
        if (!next.equals(before.role())) {
            Account after = before.as(next);
            long at = own.between(
                    world.calendar().start() + 2 * Micros.DAY, world.calendar().end());
            person.willChange(new Person.Change(at, after, business.desk(after, own.split())));
            note(Occasion.Kind.NEW_ROLE, before, at, 7);
        }
    }

    private void addCustomers(int count) {
        int id = FIRST_CUSTOMER_ID;
        while (id < FIRST_CUSTOMER_ID + count) {
            int size = Math.min(1 + chance.weighted(new double[] {45, 20, 15, 12, 8}), FIRST_CUSTOMER_ID + count - id);
            String firm = Names.firm(chance);
            Company company = new Company("org-" + (1_001 + companies.size()), firm);
            company.addAddress(chance.uuid());
            companies.add(company);
            Place home = world.atlas().anyHome(chance);
            Connection office = null;
            String key = "";
            if (size > 1) {
                Network network = world.atlas().any(Network.Kind.OFFICE, home.country(), chance);
                office = Connection.of(network.anyAddress(chance), network, home, chance);
                key = chance.happens(conditions.sharesKey()) ? chance.letters(36) : "";
            }
            for (int i = 0; i < size; i++) {
                addCustomer(id++, company, home, office, key);
            }
        }
    }

    private void addCustomer(int id, Company company, Place home, @Nullable Connection office, String key) {
        Chance own = ownChance();
        Calendar calendar = world.calendar();
        String domain = Names.slug(company.name()) + "-" + company.id().substring(4) + ".example";
        Account account = account(id, Names.person(own), domain, Role.CUSTOMER, company, own);
        Household with = conditions.households() > 0 && own.happens(conditions.households()) ? household : null;
        Whereabouts where = with == null ? whereabouts(account, home, office, own) : with.where();
        boolean later = own.happens(JOINS_LATER);
        long joins = later ? own.between(calendar.start() + Micros.DAY, calendar.end()) : calendar.start();
        Rhythm.Kind kind = office != null || own.happens(0.4) ? Rhythm.Kind.WORKING_HOURS : Rhythm.Kind.EVENINGS;
        Rhythm rhythm = new Rhythm(
                kind, where.home().zone(), Math.min(LEVEL_MAX, own.logNormal(1, 1.3)), joins, calendar, own.split());
        Work work = business.customer(account, own.span(14 * Micros.HOUR, 1.0), own.split());
        boolean teamKey = !key.isEmpty();
        List<Person.Seat> seats = teamKey
                ? List.of(shared(account, key, own))
                : with == null ? seats(account, own) : with.seats(seat -> sameDevice(account, seat, own));
        Person person = new Person(world, account, work, rhythm, where, seats, own);
        if (later) {
            note(Occasion.Kind.NEW_ACCOUNT, account, joins, 7);
            if (!teamKey) {
                person.stillToRegister();
            }
        }
        world.customers().add(person);
        join(person, joins);
        household = with == null && person.holdsTokens() ? new Household(where, seats) : null;
    }

    private Whereabouts whereabouts(Account account, Place home, @Nullable Connection office, Chance own) {
        Calendar calendar = world.calendar();
        Whereabouts.Vpn vpn = VPN.get(own.weighted(shares(conditions.vpn(), VPN_SOMETIMES)));
        Whereabouts where = new Whereabouts(world.atlas(), conditions, home, office, vpn, own.split());
        if (vpn == Whereabouts.Vpn.SOMETIMES) {
            world.diary().note(Occasion.Kind.VPN, Consumer.person(account.id()).id(), calendar.start(), calendar.end());
        }
        if (own.happens(TRAVELS)) {
            where.travels(journeys(account, own), calendar.start());
        }
        return where;
    }

    /// Those without, with, and with more, in percent.
    private static double[] shares(double with, int first) {
        return new double[] {100 * (1 - with), first * with, (100 - first) * with};
    }

    private List<Person.Seat> seats(Account account, Chance own) {
        if (own.happens(conditions.throughGateway())) {
            return List.of(behindGateway(account, own));
        }
        List<Person.Seat> seats = new ArrayList<>();
        int which = own.weighted(shares(conditions.phones(), PHONE_ONLY));
        if (which != 2) {
            Login.Proof proof = own.happens(0.65) ? Login.Proof.JWT : Login.Proof.OPAQUE;
            long life = own.pick(List.of(5, 10, 15, 15, 30)) * Micros.MINUTE;
            Login login = login(account, proof, "web", life, 7 * Micros.DAY, own);
            seats.add(new Person.Seat(Device.browser(world.calendar(), own), login));
        }
        if (which != 1) {
            Login.Proof proof = own.happens(0.4) ? Login.Proof.JWT : Login.Proof.OPAQUE;
            long life = own.pick(List.of(15, 30, 60, 60)) * Micros.MINUTE;
            Login login = login(account, proof, "app", life, 30 * Micros.DAY, own);
            seats.add(new Person.Seat(Device.phone(world.brand().app(), world.calendar(), own), login));
        }
        return List.copyOf(seats);
    }

    /// Another login on the device of somebody else in the household.
    private Person.Seat sameDevice(Account account, Person.Seat seat, Chance own) {
        boolean phone = seat.device().isPhone();
        Login login = login(
                account,
                seat.login().proof(),
                phone ? "app" : "web",
                seat.login().tokenLife(),
                (phone ? 30 : 7) * Micros.DAY,
                own);
        return new Person.Seat(seat.device(), login);
    }

    private Person.Seat behindGateway(Account account, Chance own) {
        int number = conditions.gateways() == 1 ? 0 : own.below(conditions.gateways());
        Portal portal = Portal.of(world.brand(), number, conditions.bareCredentials());
        String fields = portal.fieldsFor(account);
        world.keyring().add(fields, portal.held());
        Device program = Device.program(portal.name() + "/2.4", world.calendar());
        Consumer consumer = Consumer.person(account.id());
        Login login = Login.standing(world.brand(), account, consumer, fields, own.split());
        return new Person.Seat(program, login, gateway);
    }

    /// A key that a whole team uses from its own machines.
    private Person.Seat shared(Account account, String key, Chance own) {
        String client =
                Names.slug(account.company().name()) + "-" + account.company().id();
        boolean bare = conditions.bareCredentials() && key.charAt(0) < 'n';
        String fields = ",\"http.request.header.x-api-key\":\"" + world.brand().prefix() + "k_live_" + key + '"'
                + (bare ? "" : ",\"client.id\":\"" + client + '"');
        Consumer team = Consumer.application(client);
        world.keyring().add(fields, new Held("key of " + client, CredentialClass.SHARED));
        Login login = Login.standing(world.brand(), account, team, fields, own.split());
        return new Person.Seat(Device.browser(world.calendar(), own), login);
    }

    private void addMachines(int partners) {
        long start = world.calendar().start();
        for (int i = 0; i < partners; i++) {
            Partner partner = new Partner(world, i, itself, ownChance());
            world.partners().add(partner);
            world.agenda().join(partner, start + chance.between(0, 10 * Micros.MINUTE));
        }
        world.agenda().join(new Watchdog(world, ownChance()), start + 13 * Micros.SECOND);
        world.agenda().join(new Crawler(world, ownChance()), start + 2 * Micros.HOUR);
        world.agenda().join(new Scanner(world, ownChance()), start + 25 * Micros.MINUTE);
        world.agenda().join(new BackOffice(world, ownChance()), start);
    }

    private void join(Person person, long from) {
        world.agenda().join(person, person.rhythm().next(from));
    }

    private Login login(Account account, Login.Proof proof, String program, long life, long renewable, Chance own) {
        return new Login(world.brand(), account, proof, program, life, renewable, own.split());
    }

    private Journeys journeys(Account account, Chance own) {
        return new Journeys(
                world.atlas(), world.diary(), Consumer.person(account.id()).id(), own.split());
    }

    private void note(Occasion.Kind kind, Account account, long at, int days) {
        world.diary().note(kind, Consumer.person(account.id()).id(), at, at + days * Micros.DAY);
    }

    private Chance ownChance() {
        return Chance.of(seed, streams++);
    }

    private static Account account(int id, String name, String domain, Role role, Company company, Chance own) {
        String email = Names.mailbox(name) + (role.equals(Role.CUSTOMER) ? id % 100 : id) + "@" + domain;
        return new Account(Integer.toString(id), name, email, own.letters(12), role, company);
    }
}
