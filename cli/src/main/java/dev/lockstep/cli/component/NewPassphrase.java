package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Prompt;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.encryption.PassphraseFile;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the passphrase comes from that a store is to get. */
final class NewPassphrase {
  static final String OPTION = "--new-passphrase-file";

  private final Host host;
  private final String component;
  private final @Nullable Path file;

  private NewPassphrase(Host host, String component, @Nullable Path file) {
    this.host = host;
    this.component = component;
    this.file = file;
  }

  /**
   * What the command line says of it.
   *
   * @param wanted whether there is to be one
   * @throws CommandException when that contradicts itself, or what is configured
   */
  static NewPassphrase of(Arguments arguments, Host host, Component component, boolean wanted) {
    String name = arguments.text(OPTION);
    if (name != null && !wanted) {
      throw CommandException.usage(
          OPTION + " is for a key from a passphrase.\n  Fix: add --key-from=passphrase.");
    }
    if (name == null
        && wanted
        && component.attributes().containsKey(StoreEncryption.PASSPHRASE_FILE)) {
      throw CommandException.usage(
          "The secrets manager '"
              + component.name()
              + "' reads its passphrase from a file, which would not be the right one any more.\n"
              + "  Fix: put the new one into another file, and name that: lockstep secrets-manager"
              + " rekey "
              + component.name()
              + " "
              + OPTION
              + " FILE");
    }
    return new NewPassphrase(
        host, component.name(), name == null ? null : host.path(name).toAbsolutePath().normalize());
  }

  /** The file that it is read from, or null. */
  @Nullable Path file() {
    return file;
  }

  /** The passphrase, which is asked for when nothing holds it. */
  SecretValue value() {
    return file == null ? given() : new PassphraseFile(file, component).read();
  }

  private SecretValue given() {
    String variable = host.environment().getOrDefault(Passphrases.NEW_VARIABLE, "");
    return variable.isEmpty() ? typed() : SecretValue.of(variable);
  }

  private SecretValue typed() {
    Prompt prompt = new Prompt(host);
    if (!prompt.available()) {
      throw CommandException.usage(
          "There is no terminal to ask for the new passphrase on.\n  Fix: give it in a file, "
              + OPTION
              + " FILE, or in the variable "
              + Passphrases.NEW_VARIABLE
              + ".");
    }
    String first = prompt.hidden("New passphrase of '" + component + "': ");
    if (first == null || first.isEmpty()) {
      throw CommandException.declined("There is no new passphrase. Nothing was changed.");
    }
    if (!first.equals(prompt.hidden("Once more: "))) {
      throw CommandException.usage(
          "The two passphrases differ. Nothing was changed.\n  Fix: repeat the command.");
    }
    return SecretValue.of(first);
  }
}
