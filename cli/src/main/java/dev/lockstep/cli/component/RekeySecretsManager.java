package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.secret.encryption.NewKey;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code lockstep secrets-manager rekey}. The store and its configuration cannot change at one
 * moment: so the configuration opens the store with either key from before it changes until after,
 * and whoever comes in between, or after a kill, can read it.
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
    Configuration configuration = settled(state, name);
    Component component =
        GivenNames.check(() -> configuration.component(ComponentType.SECRETS_MANAGER, name));
    ComponentFlavor<?> flavor =
        state.flavors().find(ComponentType.SECRETS_MANAGER, component.flavor());
    if (!KeyedComponents.hasKey(flavor)) {
      throw CommandException.usage(
          "The secrets manager '"
              + name
              + "' has no key of ours: its flavor '"
              + flavor.name()
              + "' leaves encryption to the provider.\n  Fix: change the key there.");
    }
    String from = arguments.text(KEY_FROM);
    boolean wantsPassphrase =
        from == null ? KeyAttributes.hasPassphrase(component) : from.equals(KeyAttributes.PHRASE);
    NewPassphrase passphrase = NewPassphrase.of(arguments, host, component, wantsPassphrase);
    KeyedComponents keyed = new KeyedComponents(state, configuration);
    try (OpenStack stack = keyed.open(component)) {
      EncryptedStore store = KeyedComponents.store(stack);
      Path keyFile = store.keyFile();
      if (!wantsPassphrase) {
        refuseShared(keyed.withSameKeyFile(store, component), store, component);
      }
      // A passphrase that is wrong is found out before anybody types the new one.
      store.unlock();
      NewKey key = wantsPassphrase ? NewKey.of(passphrase.value()) : NewKey.random();
      List<String> names = new ArrayList<>(keyed.ofSameStore(store, component));
      names.add(component.name());
      KeyAttributes attributes = new KeyAttributes(wantsPassphrase, passphrase.file());
      int count = rekey(store, key, new Change(state, names, attributes));
      boolean left = wantsPassphrase && !KeyAttributes.hasPassphrase(component);
      say(host, component, count, left ? keyFile : null);
    } catch (UnsupportedSecretOperationException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
    return ExitCode.SUCCESS;
  }

  /**
   * What is configured, after it has been found out to which of two passphrases a change has come
   * that was cut short.
   */
  private static Configuration settled(State state, String name) {
    Configuration all = state.file().load();
    Component component = all.findComponent(ComponentType.SECRETS_MANAGER, name).orElse(null);
    if (component == null || !KeyAttributes.isMeanwhile(component)) {
      return all;
    }
    KeyedComponents keyed = new KeyedComponents(state, all);
    Component settled = KeyAttributes.ofNew(component);
    try (OpenStack stack = keyed.open(settled)) {
      KeyedComponents.store(stack).unlock();
    } catch (SecretAccessDeniedException e) {
      settled = KeyAttributes.ofOld(component);
    }
    Component right = settled;
    return state.file().update(now -> now.updateComponent(right));
  }

  private static int rekey(EncryptedStore store, NewKey key, Change change) {
    Configuration before = change.state().file().load();
    change.apply(change.attributes()::meanwhile);
    int count;
    try {
      count = store.rekey(key);
    } catch (SecretsManagerException e) {
      if (key.passphrase() != null) {
        // The store is as it was, and so is what belongs to it.
        change.apply(now -> KeyAttributes.asIn(before, now));
      }
      throw e;
    }
    change.apply(change.attributes()::afterwards);
    return count;
  }

  /** What becomes of the configuration of all that keep their secrets in the store. */
  private record Change(State state, List<String> names, KeyAttributes attributes) {
    void apply(UnaryOperator<Component> edit) {
      state
          .file()
          .update(
              all -> {
                Configuration changed = all;
                for (String name : names) {
                  Component old = changed.component(ComponentType.SECRETS_MANAGER, name);
                  Component edited = edit.apply(old);
                  changed = edited.equals(old) ? changed : changed.updateComponent(edited);
                }
                return changed;
              });
    }
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
      text.append("\n  It does not need the key file ").append(keyFile);
      text.append(" any more: delete that when no copy and no other store does.");
    }
    host.messages().say(text.toString());
  }

  /** A key that other stores have too cannot be replaced in one of them alone. */
  private static void refuseShared(
      @Nullable String other, EncryptedStore store, Component component) {
    if (other != null) {
      throw CommandException.usage(
          "The key file "
              + store.keyFile()
              + " is also that of the secrets manager '"
              + other
              + "', whose secrets could not be read any more.\n  Fix: copy the secrets to a"
              + " secrets manager with a key of its own: lockstep secret copy --all --from "
              + component.name()
              + " --to NAME");
    }
  }
}
