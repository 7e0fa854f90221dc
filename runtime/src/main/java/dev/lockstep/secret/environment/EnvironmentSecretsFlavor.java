package dev.lockstep.secret.environment;

import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.StackException;
import java.util.ArrayList;
import java.util.List;

/** The flavor {@code env} of secrets managers. */
public final class EnvironmentSecretsFlavor implements ComponentFlavor<EnvironmentSecretsManager> {
  /** The flavor's name. */
  public static final String NAME = "env";

  private static final String PREFIX = "prefix";
  private static final String SECRETS = "secrets";

  @Override
  public ComponentType type() {
    return ComponentType.SECRETS_MANAGER;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Secrets in variables of the environment, PREFIX_SECRET_KEY; read-only.";
  }

  @Override
  public List<FlavorOption> options() {
    return List.of(
        FlavorOption.withDefault(PREFIX, "text", "SECRET", "What its variables begin with."),
        FlavorOption.optional(
            SECRETS,
            "text",
            "The secrets that there are, such as aws,my-db; without it any, whose names have no"
                + " '_' or '-'."));
  }

  @Override
  public EnvironmentSecretsManager create(ComponentContext context) {
    Options options = Options.of(this, context);
    SecretVariables variables;
    try {
      variables =
          SecretVariables.of(options.text(PREFIX), names(options.optional(SECRETS).orElse("")));
    } catch (IllegalArgumentException e) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The secrets manager '"
              + context.component()
              + "' (flavor '"
              + NAME
              + "') is not configured right: "
              + e.getMessage()
              + ". Fix: lockstep secrets-manager update "
              + context.component()
              + " --prefix=PREFIX --secrets=NAME,NAME");
    }
    return new EnvironmentSecretsManager(context.component(), variables, context.environment());
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      names.add(text.substring(start, end).strip());
      start = end + 1;
    }
    return names;
  }
}
