package dev.lockstep.azure;

import dev.lockstep.secret.provider.ProviderFailure;

/** A vault's answer that says in which state a name is, instead of doing what was asked. */
final class VaultRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** What the answer says of the name. */
  enum State {
    /** There is no such secret, or no such deleted secret. */
    MISSING,
    /** There is one, whose value nobody can read. */
    DISABLED,
    /** There is a deleted one, which can be recovered. */
    DELETED,
    /** It is being deleted, purged or recovered, which takes a while. */
    IN_BETWEEN
  }

  private final State state;

  VaultRefusal(State state, String detail) {
    super(detail, null, false, false);
    this.state = state;
  }

  State state() {
    return state;
  }

  /** The failure that this is where the state cannot be dealt with. */
  ProviderFailure asFailure() {
    String detail = String.valueOf(getMessage());
    return switch (state) {
      case DISABLED ->
          new ProviderFailure(
              ProviderFailure.Kind.DENIED,
              "the secret is disabled (" + detail + ")",
              "enable it: az keyvault secret set-attributes --enabled true --vault-name VAULT"
                  + " --name NAME");
      // Nothing was done, and the same call may succeed later.
      case IN_BETWEEN ->
          new ProviderFailure(
              ProviderFailure.Kind.THROTTLED,
              "the vault has not yet finished with the name (" + detail + ")",
              "try again in a minute");
      case DELETED, MISSING ->
          new ProviderFailure(
              ProviderFailure.Kind.THROTTLED,
              "the secret was deleted or purged meanwhile (" + detail + ")",
              "try again");
    };
  }
}
