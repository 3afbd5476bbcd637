// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import dev.apian.catalogue.Account;
import dev.apian.catalogue.Accounts;
import dev.apian.catalogue.Catalogue;
import dev.apian.server.http.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The users, and the rules about them. What is against a rule is an [IllegalArgumentException] that says what to do.
public final class Users {

    static final int USERS_MAX = 10_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

    private final Accounts accounts;
    private final Catalogue catalogue;

    public Users(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.accounts = catalogue.accounts();
    }

    public List<Account> all() throws IOException {
        return accounts.all();
    }

    Optional<Account> byName(String name) throws IOException {
        return accounts.byName(name);
    }

    /// @param password null for somebody whom an identity provider vouches for
    public Account add(String name, Role role, @Nullable String password, Instant now) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name '%s' cannot be used; expected letters, digits and . _ @ + -, at most 100"
                            .formatted(name));
        }
        if (role == Role.INGEST) {
            throw new IllegalArgumentException("no person sends calls in; make a token with the role ingest instead");
        }
        if (accounts.byName(name).isPresent()) {
            throw new IllegalArgumentException("there is a user %s already".formatted(name));
        }
        List<Account> all = accounts.all();
        if (all.size() >= USERS_MAX) {
            throw new IllegalArgumentException("there are %d users, users_max allows no more".formatted(USERS_MAX));
        }
        if (password != null && role != Role.ADMIN && !hasAdministrator(all)) {
            throw new IllegalArgumentException("the first user must be an administrator, or nobody could add others");
        }
        Account account = new Account(
                name, role.label(), password == null ? null : hashed(name, password), null, true, now, null);
        accounts.put(account);
        return account;
    }

    /// Somebody for whom the identity provider vouches: the account they have, or a new one.
    ///
    /// @param subject who they are to the provider
    /// @param name    what they are called there, at present
    Account vouched(String subject, String name, Role role, Instant now) throws IOException {
        Optional<Account> known = accounts.bySubject(subject);
        Optional<Account> named = accounts.byName(name);
        if (known.isEmpty()
                && named.isPresent()
                && (named.get().password() != null || named.get().subject() != null)) {
            throw new IllegalArgumentException("the name %s belongs to somebody else here".formatted(name));
        }
        Account before = known.isPresent() ? known.get() : named.isPresent() ? named.get() : add(name, role, null, now);
        Account after = before.withSubject(subject).withRole(role.label());
        accounts.put(after);
        return after;
    }

    public void setPassword(String name, String password) throws IOException {
        Account account = known(name);
        if (account.password() == null) {
            throw new IllegalArgumentException(name + " signs in with the identity provider and has no password here");
        }
        accounts.put(account.withPassword(hashed(name, password)));
        catalogue.sessions().endOthers(name, "");
    }

    public void setRole(String name, Role role) throws IOException {
        if (role == Role.INGEST) {
            throw new IllegalArgumentException("no person sends calls in; make a token with the role ingest instead");
        }
        Account changed = known(name).withRole(role.label());
        requireAdministratorWith(changed);
        accounts.put(changed);
    }

    public void setActive(String name, boolean active) throws IOException {
        Account changed = known(name).withActive(active);
        requireAdministratorWith(changed);
        accounts.put(changed);
        if (!active) {
            catalogue.sessions().endOthers(name, "");
        }
    }

    public void remove(String name) throws IOException {
        requireAdministratorWith(known(name).withActive(false));
        accounts.remove(name);
    }

    private Account known(String name) throws IOException {
        return accounts.byName(name).orElseThrow(() -> new IllegalArgumentException("there is no user " + name));
    }

    private static String hashed(String name, String password) {
        String complaint = Passwords.complaint(name, password);
        if (!complaint.isEmpty()) {
            throw new IllegalArgumentException(complaint);
        }
        return Passwords.hash(password);
    }

    /// Somebody must be left who can let others in again.
    private void requireAdministratorWith(Account changed) throws IOException {
        List<Account> after = accounts.all().stream()
                .map(one -> one.name().equals(changed.name()) ? changed : one)
                .toList();
        if (!hasAdministrator(after)) {
            throw new IllegalArgumentException(
                    "%s is the last administrator; make somebody else one first".formatted(changed.name()));
        }
    }

    private static boolean hasAdministrator(List<Account> accounts) {
        return accounts.stream().anyMatch(one -> one.active() && one.role().equals(Role.ADMIN.label()));
    }
}
