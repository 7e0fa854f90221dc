package dev.lockstep.testing.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The suite over a secrets manager with a fault; {@link KitTest} runs it. */
@ExtendWith(TwistedConformance.Chosen.class)
class TwistedConformance extends SecretsManagerConformance {
  /** The parameter of a run of JUnit that says which fault. */
  static final String TWIST = "lockstep.twist";

  private final Twist twist;
  private final TwistedFlavor flavor = new TwistedFlavor();

  TwistedConformance(Twist twist) {
    this.twist = twist;
  }

  @Override
  protected SecretsManagerFixture start(Path folder) throws IOException {
    SimpleServer server = SimpleServer.start();
    FaultProxy proxy = FaultProxy.before(server.endpoint());
    return new Fixture(twist, flavor, server, proxy);
  }

  private record Fixture(Twist twist, TwistedFlavor flavor, SimpleServer server, FaultProxy faults)
      implements SecretsManagerFixture {
    @Override
    public Map<String, String> attributes() {
      return Map.of("endpoint", faults.endpoint().toString(), "twist", twist.name());
    }

    @Override
    public SecretsManagerTraits traits() {
      return SecretsManagerTraits.ofDocuments(Opening.LIMITS.documentBytes()).withRecovery();
    }

    @Override
    public Optional<FaultProxy> proxy() {
      return Optional.of(faults);
    }

    @Override
    public Fault denied(String text) {
      return Fault.answer(403, "{\"message\":\"" + text + "\"}");
    }

    @Override
    public Fault throttled(String text) {
      return Fault.answer(429, "{\"message\":\"" + text + "\"}");
    }

    @Override
    public boolean storesForeign() {
      return true;
    }

    @Override
    public void storeForeign(String name, String payload) {
      server.storeForeign(name, payload);
    }

    @Override
    public void close() {
      faults.close();
      server.close();
    }
  }

  static final class Chosen implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Twist.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Twist.named(context.getConfigurationParameter(TWIST).orElse(Twist.NONE.name()));
    }
  }
}
