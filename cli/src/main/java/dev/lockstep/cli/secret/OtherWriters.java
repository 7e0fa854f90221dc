package dev.lockstep.cli.secret;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Notices that someone else changed a secret while it was updated. No provider's store can be
 * locked from here, so a change in between cannot be kept out; it must not pass in silence.
 */
final class OtherWriters {
  private OtherWriters() {}

  /**
   * Reads what is stored now.
   *
   * @param before what the update was made from
   * @param after what was written
   * @throws CommandException when it is neither, or when a version in between was missed
   */
  static void refuse(Secret before, Secret after, UsedSecretsManager used) {
    Secret now;
    try {
      now = used.manager().get(after.name());
    } catch (SecretNotFoundException e) {
      throw changed(after.name(), used, "it was deleted at the same time");
    }
    // Some back ends show for a while what was there before: that is no other writer.
    if (!now.equals(after) && !now.equals(before)) {
      throw changed(
          after.name(), used, "someone else changed it at the same time, and that is stored now");
    }
    Long first = number(before);
    Long last = number(now);
    if (first != null && last != null && last > first + 1) {
      throw changed(
          after.name(),
          used,
          "someone else changed it at the same time, and version "
              + (first + 1)
              + " was replaced by yours without being looked at");
    }
  }

  private static CommandException changed(String name, UsedSecretsManager used, String what) {
    return CommandException.backEnd(
        "The secret '"
            + name
            + "' was updated in "
            + used.label()
            + ", but "
            + what
            + ".\n  Fix: look at it with 'lockstep secret get "
            + name
            + used.option()
            + "', and repeat the update if a key is not as it should be.");
  }

  /** The version, where the back end counts. */
  private static @Nullable Long number(Secret secret) {
    try {
      return secret.version().isPresent() ? Long.valueOf(secret.version().get()) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
