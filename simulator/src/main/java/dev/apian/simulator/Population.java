// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settles a world: who lives in it, with which habits, and what they ordered before the first day.
final class Population {

    private static final int FIRST_CUSTOMER_ID = 20_001;
    private static final int FIRST_STAFF_ID = 101;
    private static final double JOINS_LATER = 0.08;
    private static final double TRAVELS = 0.04;
    private static final List<Role> STAFF = List.of(Role.SALES, Role.SUPPORT, Role.FINANCE, Role.WAREHOUSE, Role.ADMIN);
    private static final int[] SHARE = {30, 38, 12, 14, 6};
    private static final int[] AT_LEAST = {3, 4, 2, 3, 2};

    private static final List<Whereabouts.Vpn> VPN = List.of(Whereabouts.Vpn.values());
    private static final double[] VPN_SHARE = {87, 9, 4};

    private final World world;
    private final long seed;
    private final Chance chance;
    private final Company business = new Company("org-1000", "Kestrel Supply");
    private final List<Company> companies = new ArrayList<>();
    private long streams = 1_000;

    private Population(World world, Chance chance) {
        this.world = world;
        this.seed = world.settings().seed();
        this.chance = chance;
    }

    static void settle(World world, Chance chance) {
        Population population = new Population(world, chance);
        int actors = world.settings().actors();
        int partners = Math.max(4, actors * 6 / 1_000);
        int staff = population.addStaff(actors);
        population.addCustomers(actors - staff - partners);
        population.addHistory();
        population.addMachines(partners);
    }

    private int addStaff(int actors) {
        Connection[] offices = {office("Hamburg"), office("Amsterdam")};
        int added = 0;
        for (int i = 0; i < STAFF.size(); i++) {
            int count = Math.max(AT_LEAST[i], actors * 4 * SHARE[i] / 10_000);
            for (int j = 0; j < count; j++, added++) {
                addEmployee(STAFF.get(i), FIRST_STAFF_ID + added, offices[added % 3 / 2], added % 3 / 2);
            }
        }
        return added;
    }

    private Connection office(String city) {
        Place place = world.atlas().place(city);
        Network network = world.atlas().any(Network.Kind.OFFICE, place.country(), chance);
        return Connection.of(network.anyAddress(chance), network, place, chance);
    }

    private void addEmployee(Role role, int id, Connection office, int site) {
        Chance own = ownChance();
        String name = Names.person(own);
        Account account = account(id, name, "kestrel-supply.example", role, business, own);
        Place home = world.atlas().place(site == 0 ? "Hamburg" : "Amsterdam");
        Whereabouts where = new Whereabouts(world.atlas(), home, office, Whereabouts.Vpn.NEVER, own.split());
        if (role == Role.SALES && own.happens(3 * TRAVELS)) {
            where.plan(Whereabouts.Trip.any(world.atlas(), home, world.calendar(), own));
        }
        Device desktop = Device.browser(world.calendar(), own);
        Login login = role == Role.SALES
                ? new Login(account, Login.Proof.JWT, "kestrel-crm", 30 * Micros.MINUTE, 3 * Micros.DAY, own.split())
                : new Login(account, Login.Proof.COOKIE, "kestrel-office", 10 * Micros.HOUR, 0, own.split());
        Person person = new Person(
                world,
                account,
                work(role, own.split()),
                new Rhythm(Rhythm.Kind.SHIFT, home.zone(), 1, world.calendar().start(), world.calendar(), own.split()),
                where,
                List.of(new Person.Seat(desktop, login)),
                own);
        world.staff(role).add(person);
        world.staffAccounts().add(account);
        join(person, world.calendar().start());
    }

    private Work work(Role role, Chance own) {
        return switch (role) {
            case SALES -> new SalesDesk(world, own);
            case SUPPORT -> {
                SupportDesk desk = new SupportDesk(world, own);
                world.supportDesks().add(desk);
                yield desk;
            }
            case FINANCE -> new FinanceDesk(world, own);
            case WAREHOUSE -> new WarehouseDesk(world, own);
            case ADMIN -> new AdminDesk(world, own);
            case CUSTOMER -> throw new IllegalArgumentException("customers have no desk");
        };
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
            if (size > 1) {
                Network network = world.atlas().any(Network.Kind.OFFICE, home.country(), chance);
                office = Connection.of(network.anyAddress(chance), network, home, chance);
            }
            for (int i = 0; i < size; i++) {
                addCustomer(id++, company, home, office);
            }
        }
    }

    private void addCustomer(int id, Company company, Place home, @Nullable Connection office) {
        Chance own = ownChance();
        Calendar calendar = world.calendar();
        String domain = Names.slug(company.name()) + "-" + company.id().substring(4) + ".example";
        Account account = account(id, Names.person(own), domain, Role.CUSTOMER, company, own);
        Whereabouts.Vpn vpn = VPN.get(own.weighted(VPN_SHARE));
        Whereabouts where = new Whereabouts(world.atlas(), home, office, vpn, own.split());
        if (own.happens(TRAVELS)) {
            where.plan(Whereabouts.Trip.any(world.atlas(), home, calendar, own));
        }
        boolean later = own.happens(JOINS_LATER);
        long joins = later ? own.between(calendar.start() + Micros.DAY, calendar.end()) : calendar.start();
        Rhythm.Kind kind = office != null || own.happens(0.4) ? Rhythm.Kind.WORKING_HOURS : Rhythm.Kind.EVENINGS;
        Rhythm rhythm = new Rhythm(kind, home.zone(), own.logNormal(1, 0.45), joins, calendar, own.split());
        long timelineFrom = calendar.releaseAt() + own.span(14 * Micros.HOUR, 1.0);
        Work work = new Shopping(world, account, timelineFrom, own.split());
        Person person = new Person(world, account, work, rhythm, where, seats(account, own), own);
        if (later) {
            person.stillToRegister();
        }
        world.customers().add(person);
        join(person, joins);
    }

    private List<Person.Seat> seats(Account account, Chance own) {
        List<Person.Seat> seats = new ArrayList<>();
        int which = own.weighted(new double[] {50, 30, 20});
        if (which != 2) {
            Login.Proof proof = own.happens(0.65) ? Login.Proof.JWT : Login.Proof.OPAQUE;
            long life = own.pick(List.of(5, 10, 15, 15, 30)) * Micros.MINUTE;
            Login login = new Login(account, proof, "kestrel-web", life, 7 * Micros.DAY, own.split());
            seats.add(new Person.Seat(Device.browser(world.calendar(), own), login));
        }
        if (which != 1) {
            Login.Proof proof = own.happens(0.4) ? Login.Proof.JWT : Login.Proof.OPAQUE;
            long life = own.pick(List.of(15, 30, 60, 60)) * Micros.MINUTE;
            Login login = new Login(account, proof, "kestrel-app", life, 30 * Micros.DAY, own.split());
            seats.add(new Person.Seat(Device.phone(world.calendar(), own), login));
        }
        return List.copyOf(seats);
    }

    /// The orders of the two months before the first day.
    private void addHistory() {
        List<Company> buyers = new ArrayList<>();
        for (Company company : companies) {
            buyers.addAll(Collections.nCopies(chance.between(4, 22), company));
        }
        for (int i = buyers.size() - 1; i > 0; i--) {
            Collections.swap(buyers, i, chance.below(i + 1));
        }
        for (int i = 0; i < buyers.size(); i++) {
            long age = 60 * Micros.DAY * (buyers.size() - i) / buyers.size();
            Order order = world.shop().place(buyers.get(i), world.calendar().start() - age, chance);
            Invoice invoice = order.invoice();
            if (invoice != null && age > 10 * Micros.DAY && chance.happens(0.9)) {
                invoice.payWith(chance.uuid());
            }
        }
        world.shop().unshipped().clear();
    }

    private void addMachines(int partners) {
        long start = world.calendar().start();
        for (int i = 0; i < partners; i++) {
            Partner partner = new Partner(world, i, business, ownChance());
            world.partners().add(partner);
            world.agenda().join(partner, start + chance.between(0, 10 * Micros.MINUTE));
        }
        world.agenda().join(new Watchdog(world, ownChance()), start + 13 * Micros.SECOND);
        world.agenda().join(new Crawler(world, ownChance()), start + 2 * Micros.HOUR);
        world.agenda().join(new Scanner(world, ownChance()), start + 25 * Micros.MINUTE);
        world.agenda().join(new Subscriptions(world, companies, ownChance()), start);
    }

    private void join(Person person, long from) {
        world.agenda().join(person, person.rhythm().next(from));
    }

    private Chance ownChance() {
        return Chance.of(seed, streams++);
    }

    private static Account account(int id, String name, String domain, Role role, Company company, Chance own) {
        String email = Names.mailbox(name) + (role == Role.CUSTOMER ? id % 100 : id) + "@" + domain;
        return new Account(Integer.toString(id), name, email, own.letters(12), role, company);
    }
}
