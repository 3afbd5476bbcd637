// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody tries the passwords of many users, leaked elsewhere. A few fit. Loud from a few machines of one network,
/// stealthy from many of other people.
final class CredentialStuffing extends Attacker {

    /// With stealth the programs read pages between their tries, as people do.
    private static final double LOOKS_AROUND = 0.75;

    private static final int ADDRESSES_LOUD = 4;
    private static final int ADDRESSES_STEALTHY = 60;
    private static final int FITS_EVERY = 160;
    private static final double KNOWN_HERE = 0.2;

    private final int count;
    private final List<Sender> senders = new ArrayList<>();
    private @Nullable Login fitted;
    private Sender lastSender;

    CredentialStuffing(World world, Brief brief, Chance chance) {
        super(world, brief, chance);
        count = brief.tactics().count(480, 90);
        if (brief.tactics().isLoud()) {
            hire(world.atlas().any(Network.Kind.HOSTING, brief.live() ? "FR" : "NL", chance), ADDRESSES_LOUD);
        } else if (brief.tactics().vpn()) {
            hire(world.atlas().any(Network.Kind.VPN, chance), ADDRESSES_STEALTHY);
        } else {
            for (int i = 0; i < ADDRESSES_STEALTHY; i++) {
                hire(world.atlas().any(Network.Kind.HOME, chance), 1);
            }
        }
        lastSender = senders.getFirst();
    }

    /// Machines of one network to send from: rented, or other people's at home.
    private void hire(Network network, int count) {
        Place place = world().atlas().gateway(network, chance());
        int from = chance().between(0, Math.max(1, (1 << network.free()) / 1_024 - 1)) * 1_024;
        for (int i = 0; i < count; i++) {
            String address = network.address(from + 17 + i * 5);
            Connection connection = Connection.of(address, network, place, chance());
            boolean rented = network.kind() == Network.Kind.HOSTING;
            String program = rented
                    ? "python-requests/2.31.0"
                    : Device.browser(world().calendar(), chance()).userAgent(0);
            senders.add(new Sender(connection, program));
        }
    }

    @Override
    long act(long at) {
        if (!tactics().isLoud() && strikes() > 0 && chance().happens(LOOKS_AROUND)) {
            world().wire()
                    .send(at, world().business().crawled(chance()), lastSender, "", consumer(lastSender), chance());
            return at + chance().span(3 * Micros.SECOND, 0.6);
        }
        Login won = fitted;
        if (won == null) {
            lastSender = senders.get(strikes() % senders.size());
            strike(at, attempt(at), lastSender, "", consumer(lastSender));
        } else {
            strike(at, world().business().me(won.account()), lastSender, won.fields(), won.consumer());
            fitted = null;
        }
        return strikes() >= count ? Micros.NEVER : at + gap(tactics().stretch(25 * Micros.MINUTE), count);
    }

    private Exchange attempt(long at) {
        boolean fits = strikes() % FITS_EVERY == FITS_EVERY / 2;
        if (fits) {
            fitted = login(anyCustomer());
            return fitted.signIn(at);
        }
        if (chance().happens(KNOWN_HERE)) {
            return login(anyCustomer()).mistypePassword();
        }
        String asked = Json.object()
                .field("username", Names.email(chance(), "mail.example"))
                .field("password", chance().letters(9))
                .field("client_id", world().brand().client("web"))
                .end();
        return Exchange.post(world().brand().auth() + "/login")
                .asking(asked)
                .refusing(401)
                .taking(170);
    }

    private Account anyCustomer() {
        List<Person> known =
                world().customers().stream().filter(Person::hasAccount).toList();
        return chance().pick(known).account();
    }

    private Login login(Account account) {
        return new Login(
                world().brand(), account, Login.Proof.OPAQUE, "web", Micros.HOUR, Micros.DAY, chance().split());
    }

    private static Consumer consumer(Sender sender) {
        return Consumer.anonymous(sender.connection().address());
    }

    @Override
    List<Consumer> consumers() {
        return senders.stream().map(CredentialStuffing::consumer).toList();
    }

    @Override
    String culprit() {
        return senders.getFirst().connection().address();
    }

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>();
        senders.forEach(sender -> names.add(sender.connection().address()));
        if (tactics().isLoud()) {
            names.add(culprit().substring(0, culprit().lastIndexOf('.')) + ".0/24");
        }
        return names;
    }

    @Override
    String story() {
        return "%d addresses tried the passwords of hundreds of users; a few fitted.".formatted(senders.size());
    }
}
