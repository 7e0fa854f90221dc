package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import dev.lockstep.stack.StackException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code lockstep secrets-manager rekey}. The store and its configuration cannot change at one
 * moment. A store that demands a passphrase gets it, whatever is configured, but not the other way
 * around: so the configuration says "key file" from before the store has one until after it has
 * none, and whoever comes in between, or after a kill, can read it.
 */
final class RekeySecretsManager extends Command {
  private static final String KEY_FROM = "--key-from";

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis(
            "lockstep secrets-manager rekey NAME [--key-from file|passphrase]"
                + " [--new-passphrase-file FILE]")
        .description(
            "Give a store on this machine another key: encrypt all its secrets anew. Runs that are"
                + " under way go on, unless they would need a new passphrase. Copies of the store"
                + " from before still need the old key. A new passphrase is in FILE, else in the variable LOCKSTEP_NEW_PASSPHRASE,"
                + " else asked for.");
    Options.positional(spec, "NAME", true, "its name");
    Options.choice(
        spec,
        "ORIGIN",
        "where the new key comes from: file (a key file, with a random key) or passphrase; without"
            + " it, from where the old one came",
        "file passphrase",
        KEY_FROM);
    Options.text(
        spec,
        "FILE",
        "a file that only you can read, with the new passphrase; from then on the secrets manager"
            + " reads it there",
        NewPassphrase.OPTION);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    String name = arguments.requiredPositional(0);
    State state = State.of(host);
    Configuration configuration = state.file().load();
    Component component =
        GivenNames.check(() -> configuration.component(ComponentType.SECRETS_MANAGER, name));
    ComponentFlavor<?> flavor =
        state.flavors().find(ComponentType.SECRETS_MANAGER, component.flavor());
    if (!hasKey(flavor)) {
      throw CommandException.usage(
          "The secrets manager '"
              + name
              + "' has no key of ours: its flavor '"
              + flavor.name()
              + "' leaves encryption to the provider.\n  Fix: change the key there.");
    }
    String from = arguments.text(KEY_FROM);
    boolean hadPassphrase = hasPassphrase(component);
    boolean wantsPassphrase =
        from == null ? hadPassphrase : from.equals(StoreEncryption.PASSPHRASE);
    NewPassphrase passphrase = NewPassphrase.of(arguments, host, component, wantsPassphrase);
    try (OpenStack stack = open(component, configuration, state)) {
      EncryptedStore store =
          (EncryptedStore) stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
      Path keyFile = store.keyFile();
      if (!wantsPassphrase) {
        refuseShared(store, component, configuration, state);
      }
      // A passphrase that is wrong is found out before anybody types the new one.
      store.unlock();
      NewKey key = wantsPassphrase ? NewKey.of(passphrase.value()) : NewKey.random();
      if (!wantsPassphrase && hadPassphrase) {
        change(state, component, Map.of(StoreEncryption.KEY_FROM, StoreEncryption.FILE));
      }
      int count = store.rekey(key);
      change(state, component, attributes(wantsPassphrase, hadPassphrase, passphrase.file()));
      say(host, component, count, wantsPassphrase && !hadPassphrase ? keyFile : null);
    } catch (UnsupportedSecretOperationException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
    return ExitCode.SUCCESS;
  }

  /** What the component's configuration is to say; an empty text for what it is not to have. */
  private static Map<String, String> attributes(
      boolean wantsPassphrase, boolean hadPassphrase, @Nullable Path file) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (wantsPassphrase != hadPassphrase) {
      attributes.put(
          StoreEncryption.KEY_FROM,
          wantsPassphrase ? StoreEncryption.PASSPHRASE : StoreEncryption.FILE);
      attributes.put(StoreEncryption.PASSPHRASE_FILE, "");
    }
    if (file != null) {
      attributes.put(StoreEncryption.PASSPHRASE_FILE, file.toString());
    }
    return attributes;
  }

  private static void change(State state, Component component, Map<String, String> set) {
    if (set.isEmpty()) {
      return;
    }
    state
        .file()
        .update(
            all -> {
              Component now = all.component(ComponentType.SECRETS_MANAGER, component.name());
              Map<String, String> attributes = new LinkedHashMap<>(now.attributes());
              attributes.putAll(set);
              attributes.values().removeIf(String::isEmpty);
              return all.updateComponent(now.withAttributes(attributes));
            });
  }

  private static void say(Host host, Component component, int count, @Nullable Path keyFile) {
    StringBuilder text = new StringBuilder();
    if (count == 0) {
      text.append("The secrets manager '").append(component.name());
      text.append("' has no secrets yet; what is registered first makes the key.");
    } else {
      text.append("Encrypted the ").append(count);
      text.append(count == 1 ? " secret" : " secrets").append(" of the secrets manager '");
      text.append(component.name()).append("' with another key.");
      text.append(" Copies of the store from before still need the old one.");
    }
    if (keyFile != null && count > 0) {
      text.append("\n  Nothing here needs the key file ").append(keyFile);
      text.append(" any more: delete it when no copy does.");
    }
    host.messages().say(text.toString());
  }

  private static boolean hasPassphrase(Component component) {
    String from = component.attributes().get(StoreEncryption.KEY_FROM);
    return from == null
        ? component.attributes().containsKey(StoreEncryption.PASSPHRASE_FILE)
        : from.equals(StoreEncryption.PASSPHRASE);
  }

  /** A key that other stores have too cannot be replaced in one of them alone. */
  private static void refuseShared(
      EncryptedStore store, Component component, Configuration configuration, State state) {
    for (Component other : configuration.components(ComponentType.SECRETS_MANAGER)) {
      if (other.name().equals(component.name())
          || !hasKey(state.flavors().find(ComponentType.SECRETS_MANAGER, other.flavor()))) {
        continue;
      }
      try (OpenStack stack = open(other, configuration, state)) {
        EncryptedStore shared =
            (EncryptedStore) stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
        if (shared.keyFile().equals(store.keyFile()) && !shared.file().equals(store.file())) {
          throw CommandException.usage(
              "The key file "
                  + store.keyFile()
                  + " is also that of the secrets manager '"
                  + other.name()
                  + "', whose secrets could not be read any more.\n  Fix: copy the secrets to a"
                  + " secrets manager with a key of its own: lockstep secret copy --all --from "
                  + component.name()
                  + " --to NAME");
        }
      } catch (StackException | UnsupportedSecretOperationException e) {
        // One that cannot be made, or has no key, shares none.
      }
    }
  }

  private static boolean hasKey(ComponentFlavor<?> flavor) {
    for (FlavorOption option : flavor.options()) {
      if (option.name().equals(StoreEncryption.KEY_FROM)) {
        return true;
      }
    }
    return false;
  }

  /** A stack of nothing else is all that it needs. */
  private static OpenStack open(Component component, Configuration configuration, State state) {
    return state.open(
        new Stack(component.name(), Map.of(ComponentType.SECRETS_MANAGER, component.name())),
        configuration);
  }
}
