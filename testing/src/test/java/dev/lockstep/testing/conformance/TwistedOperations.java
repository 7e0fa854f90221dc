package dev.lockstep.testing.conformance;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** One operation done in another way; all else is left to the secrets manager behind it. */
final class TwistedOperations {
  private TwistedOperations() {}

  static UnaryOperator<SecretsManager> naming(UnaryOperator<String> edit) {
    return right ->
        new Forwarding(right) {
          @Override
          String name(String name) {
            return edit.apply(name);
          }
        };
  }

  static UnaryOperator<SecretsManager> storing(UnaryOperator<Secret> edit) {
    return right ->
        new Forwarding(right) {
          @Override
          Secret stored(Secret secret) {
            return edit.apply(secret);
          }
        };
  }

  static UnaryOperator<SecretsManager> storingValues(UnaryOperator<Map<String, SecretValue>> edit) {
    return storing(secret -> Forwarding.with(secret, edit.apply(secret.values())));
  }

  static UnaryOperator<SecretsManager> storingTexts(Forwarding.Edit edit) {
    return storing(secret -> Forwarding.edited(secret, edit));
  }

  static UnaryOperator<SecretsManager> reading(UnaryOperator<Secret> edit) {
    return right ->
        new Forwarding(right) {
          @Override
          Secret read(Secret secret) {
            return edit.apply(secret);
          }
        };
  }

  static UnaryOperator<SecretsManager> registering(BiConsumer<SecretsManager, Secret> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public void register(Secret secret) {
            how.accept(right, secret);
          }
        };
  }

  static UnaryOperator<SecretsManager> getting(BiFunction<SecretsManager, String, Secret> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public Secret get(String name) {
            return how.apply(right, name);
          }
        };
  }

  static UnaryOperator<SecretsManager> gettingAll(
      BiFunction<SecretsManager, Collection<String>, Map<String, Secret>> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public Map<String, Secret> getAll(Collection<String> names) {
            return how.apply(right, names);
          }
        };
  }

  static UnaryOperator<SecretsManager> listing(UnaryOperator<List<String>> edit) {
    return right ->
        new Forwarding(right) {
          @Override
          public List<String> list() {
            return edit.apply(right.list());
          }
        };
  }

  static UnaryOperator<SecretsManager> updating(BiConsumer<SecretsManager, Secret> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public void update(Secret secret) {
            how.accept(right, secret);
          }
        };
  }

  static UnaryOperator<SecretsManager> deleting(BiConsumer<SecretsManager, String> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public void delete(String name) {
            how.accept(right, name);
          }
        };
  }

  static UnaryOperator<SecretsManager> deletingAll(BiConsumer<SecretsManager, Boolean> how) {
    return right ->
        new Forwarding(right) {
          @Override
          public void deleteAll(boolean force) {
            how.accept(right, force);
          }
        };
  }
}
