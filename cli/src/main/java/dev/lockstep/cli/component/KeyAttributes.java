package dev.lockstep.cli.component;

import static dev.lockstep.secret.encryption.StoreEncryption.FILE;
import static dev.lockstep.secret.encryption.StoreEncryption.KEY_FROM;
import static dev.lockstep.secret.encryption.StoreEncryption.OLD_PASSPHRASE_FILE;
import static dev.lockstep.secret.encryption.StoreEncryption.PASSPHRASE_FILE;

import dev.lockstep.secret.encryption.StoreEncryption;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the attributes of a secrets manager say of its key, while its store gets another one and
 * after that.
 *
 * @param passphrase whether the new key is one of a passphrase
 * @param file where the new passphrase lies from now on; null when it is typed or in a variable
 */
record KeyAttributes(boolean passphrase, @Nullable Path file) {
  static final String PHRASE = StoreEncryption.PASSPHRASE;

  /** Whether a component is configured for a passphrase. */
  static boolean hasPassphrase(Component component) {
    return hasPassphrase(component.attributes());
  }

  private static boolean hasPassphrase(Map<String, String> attributes) {
    String from = attributes.get(KEY_FROM);
    return from == null ? attributes.containsKey(PASSPHRASE_FILE) : from.equals(PHRASE);
  }

  /**
   * The store is opened with either key. One that demands a passphrase gets it, whatever {@code
   * key_from} says, but not the other way around.
   */
  Component meanwhile(Component now) {
    Map<String, String> attributes = new LinkedHashMap<>(now.attributes());
    boolean had = hasPassphrase(now);
    if (had != passphrase) {
      attributes.put(KEY_FROM, FILE);
    }
    if (passphrase) {
      String old = attributes.get(PASSPHRASE_FILE);
      String fresh = file == null ? null : file.toString();
      if (had && old != null && !old.equals(fresh)) {
        attributes.put(KEY_FROM, PHRASE);
        attributes.put(OLD_PASSPHRASE_FILE, old);
        set(attributes, PASSPHRASE_FILE, fresh);
      } else if (!had) {
        set(attributes, PASSPHRASE_FILE, fresh);
      }
    }
    return now.withAttributes(attributes);
  }

  /** The store has the new key. */
  Component afterwards(Component now) {
    Map<String, String> attributes = new LinkedHashMap<>(now.attributes());
    boolean had = hasPassphrase(now);
    attributes.remove(OLD_PASSPHRASE_FILE);
    if (passphrase) {
      set(attributes, PASSPHRASE_FILE, file == null ? null : file.toString());
    } else {
      attributes.remove(PASSPHRASE_FILE);
    }
    if (had != passphrase || hasPassphrase(attributes) != passphrase) {
      attributes.put(KEY_FROM, passphrase ? PHRASE : FILE);
    }
    return now.withAttributes(attributes);
  }

  /** Whether a component was left between two passphrases. */
  static boolean isMeanwhile(Component component) {
    return component.attributes().containsKey(OLD_PASSPHRASE_FILE);
  }

  /** The component when its store has the new one of two passphrases. */
  static Component ofNew(Component component) {
    Map<String, String> attributes = new LinkedHashMap<>(component.attributes());
    attributes.remove(OLD_PASSPHRASE_FILE);
    return component.withAttributes(attributes);
  }

  /** The component when its store still has the old one. */
  static Component ofOld(Component component) {
    Map<String, String> attributes = new LinkedHashMap<>(component.attributes());
    set(attributes, PASSPHRASE_FILE, attributes.remove(OLD_PASSPHRASE_FILE));
    return component.withAttributes(attributes);
  }

  /** A component with what another configuration says of its key. */
  static Component asIn(Configuration other, Component now) {
    Map<String, String> before =
        other.component(ComponentType.SECRETS_MANAGER, now.name()).attributes();
    Map<String, String> attributes = new LinkedHashMap<>(now.attributes());
    for (String name : new String[] {KEY_FROM, PASSPHRASE_FILE, OLD_PASSPHRASE_FILE}) {
      set(attributes, name, before.get(name));
    }
    return now.withAttributes(attributes);
  }

  private static void set(Map<String, String> attributes, String name, @Nullable String value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }
}
