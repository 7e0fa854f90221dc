package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.provider.Deletion;
import dev.lockstep.secret.provider.ProviderOptions;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Secrets managers over a {@link SimpleServer} that have the one fault that they are told. */
public final class TwistedFlavor implements ComponentFlavor<SecretsManager> {
  private final AtomicReference<@Nullable URI> first = new AtomicReference<>();

  /** For processes of the suite. */
  public TwistedFlavor() {}

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return "twisted";
  }

  @Override
  public String description() {
    return "Secrets of a test of the suite.";
  }

  @Override
  public List<FlavorOption> options() {
    return ProviderOptions.with(
        List.of(
            FlavorOption.required("endpoint", "uri", "where the server is"),
            FlavorOption.required("twist", "text", "what it does wrong")),
        Deletion.FINAL);
  }

  @Override
  public SecretsManager create(ComponentContext context) {
    URI endpoint = URI.create(context.attributes().getOrDefault("endpoint", ""));
    URI known = first.compareAndExchange(null, endpoint);
    return Twist.named(context.attributes().getOrDefault("twist", ""))
        .made()
        .apply(new Opening(this, context, endpoint, known == null ? endpoint : known));
  }
}
