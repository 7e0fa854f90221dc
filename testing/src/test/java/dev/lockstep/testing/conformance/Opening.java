package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderLimits;
import dev.lockstep.secret.provider.ProviderNames;
import dev.lockstep.secret.provider.ProviderOptions;
import dev.lockstep.secret.provider.ProviderSecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.Options;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * With what a secrets manager is opened over a {@link SimpleServer}.
 *
 * @param first where the server is that the flavor met first
 */
record Opening(TwistedFlavor flavor, ComponentContext context, URI endpoint, URI first) {
  static final ProviderLimits LIMITS = new ProviderLimits("it", ProviderNames.PLAIN, 512, 70_000);

  /** One without a fault. */
  SecretsManager right() {
    return right(LIMITS, SimpleProvider::new);
  }

  SecretsManager right(ProviderLimits limits, BiFunction<URI, Duration, SimpleProvider> client) {
    Options options = Options.of(flavor, context);
    return new ProviderSecretsManager(
        ProviderOptions.read(options, context),
        limits,
        client.apply(endpoint, options.duration("timeout")));
  }

  Opening with(String attribute, String value) {
    return edited(attributes -> attributes.put(attribute, value));
  }

  Opening without(String attribute) {
    return edited(attributes -> attributes.remove(attribute));
  }

  /** What fails is not tried again. */
  Opening onceOnly() {
    return with("attempts", "1");
  }

  private Opening edited(Consumer<Map<String, String>> edit) {
    Map<String, String> attributes = new LinkedHashMap<>(context.attributes());
    edit.accept(attributes);
    return new Opening(
        flavor,
        new ComponentContext(
            context.component(), attributes, context.home(), context.environment()),
        endpoint,
        first);
  }

  /** Waits a moment at the server for another that does the same. */
  void meetAnother() {
    try {
      new SimpleProvider(endpoint, Duration.ofSeconds(10)).call(Map.of("do", "meet"));
    } catch (ProviderFailure e) {
      throw new IllegalStateException(e);
    }
  }
}
