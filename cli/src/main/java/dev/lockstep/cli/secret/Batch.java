package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.home.HomeException;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.BulkSecrets;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManagerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Stores several secrets. What can be known before the first write is found before it; when a write
 * fails nevertheless, what is stored and what is not is said.
 */
final class Batch {
  private static final String SKIP = "--skip-existing";
  private static final String REPLACE = "--update";

  private final UsedSecretsManager used;
  private final boolean skip;
  private final boolean replace;
  private final List<String> added = new ArrayList<>();
  private final List<String> replaced = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private Batch(UsedSecretsManager used, boolean skip, boolean replace) {
    this.used = used;
    this.skip = skip;
    this.replace = replace;
  }

  /** Adds the options that say what becomes of secrets that are there already. */
  static void options(CommandSpec spec) {
    Options.flag(spec, "leave secrets as they are that exist already", SKIP);
    Options.flag(spec, "replace secrets that exist already, with type and all keys", REPLACE);
  }

  /** Refuses options that contradict each other, before anything is read. */
  static void check(Arguments arguments) {
    if (arguments.flag(SKIP) && arguments.flag(REPLACE)) {
      throw CommandException.usage(SKIP + " and " + REPLACE + " exclude each other.");
    }
  }

  /** A batch with {@link #options}, which stores into a secrets manager. */
  static Batch of(Arguments arguments, UsedSecretsManager used) {
    check(arguments);
    return new Batch(used, arguments.flag(SKIP), arguments.flag(REPLACE));
  }

  /**
   * Stores them.
   *
   * @return what was done, for a message: "2 new, 1 replaced"
   * @throws CommandException when secrets are in the way, or when a write fails
   */
  String store(List<Secret> secrets) {
    List<String> names = new ArrayList<>();
    for (Secret secret : secrets) {
      names.add(secret.name());
    }
    Set<String> taken = used.having(names);
    if (!taken.isEmpty() && !skip && !replace) {
      throw CommandException.usage(
          "Nothing was stored, because "
              + used.label()
              + " has already: "
              + String.join(", ", taken)
              + ".\n  Fix: "
              + SKIP
              + " leaves those as they are, "
              + REPLACE
              + " replaces them.");
    }
    Map<String, Secret> current =
        replace && !taken.isEmpty() ? used.manager().getAll(taken) : Map.of();
    List<Secret> fresh = new ArrayList<>();
    List<Secret> changed = new ArrayList<>();
    List<Secret> all = new ArrayList<>();
    for (Secret secret : secrets) {
      if (skip && taken.contains(secret.name())) {
        skipped.add(secret.name());
      } else if (secret.equals(current.get(secret.name()))) {
        unchanged.add(secret.name());
      } else {
        all.add(secret);
        (taken.contains(secret.name()) ? changed : fresh).add(secret);
      }
    }
    if (used.manager() instanceof BulkSecrets bulk) {
      try {
        used.exclusively(
            () -> {
              bulk.storeAll(fresh, changed);
              return true;
            });
      } catch (SecretsManagerException | HomeException e) {
        throw failure(all, e);
      }
      fresh.forEach(secret -> added.add(secret.name()));
      changed.forEach(secret -> replaced.add(secret.name()));
    } else {
      storeEach(all, taken);
    }
    return summary();
  }

  private void storeEach(List<Secret> secrets, Set<String> taken) {
    for (int i = 0; i < secrets.size(); i++) {
      Secret secret = secrets.get(i);
      try {
        if (taken.contains(secret.name())) {
          used.update(secret.name(), old -> secret);
          replaced.add(secret.name());
        } else {
          used.manager().register(secret);
          added.add(secret.name());
        }
      } catch (CommandException | SecretsManagerException | HomeException e) {
        throw failure(secrets.subList(i, secrets.size()), e);
      }
    }
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    append(text, added, "new");
    append(text, replaced, "replaced");
    append(text, unchanged, "the same already");
    append(text, skipped, "skipped");
    return text.length() == 0 ? "none" : text.toString();
  }

  private static void append(StringBuilder text, List<String> names, String what) {
    if (!names.isEmpty()) {
      text.append(text.length() == 0 ? "" : ", ").append(names.size()).append(' ').append(what);
    }
  }

  private CommandException failure(List<Secret> rest, RuntimeException e) {
    List<String> stored = new ArrayList<>(added);
    stored.addAll(replaced);
    List<String> names = new ArrayList<>();
    for (Secret secret : rest) {
      names.add(secret.name());
    }
    String text =
        e.getMessage()
            + "\n  Stored in "
            + used.label()
            + ": "
            + (stored.isEmpty() ? "nothing" : String.join(", ", stored))
            + ".\n  Not stored: "
            + String.join(", ", names)
            + "."
            + (stored.isEmpty()
                ? ""
                : "\n  Fix: mend that, and repeat with "
                    + (replace ? REPLACE : SKIP)
                    + ", which leaves alone what is there by now.");
    boolean usage =
        e instanceof SecretExistsException
            || e instanceof InvalidSecretException
            || (e instanceof CommandException c && c.exitCode() == ExitCode.USAGE);
    return usage ? CommandException.usage(text) : CommandException.backEnd(text);
  }
}
