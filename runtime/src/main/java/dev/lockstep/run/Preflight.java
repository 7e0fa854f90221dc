package dev.lockstep.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.secret.BuiltInSchemas;
import dev.lockstep.secret.SchemaCheck;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.StackException;
import dev.lockstep.stack.StackReferences;
import dev.lockstep.stack.UnresolvedReference;
import dev.lockstep.text.KeyOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The check before the first step: everything that a run needs from its stack, in one report: the
 * secrets of its steps, those that its components refer to, and the components. It needs the
 * pipeline's descriptor only, none of its classes.
 */
public final class Preflight {
  private static final String FIX = " Fix: ";

  private final PipelineDescriptor pipeline;
  private final OpenStack stack;
  private final List<PreflightReport.Problem> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private Preflight(PipelineDescriptor pipeline, OpenStack stack) {
    this.pipeline = pipeline;
    this.stack = stack;
  }

  /**
   * Checks a pipeline against a stack, asking the secrets manager once.
   *
   * @throws dev.lockstep.secret.SecretsManagerException when the secrets manager cannot be asked
   */
  public static PreflightReport check(
      PipelineDescriptor pipeline, OpenStack stack, PreflightLevel level) {
    return new Preflight(pipeline, stack).check(level);
  }

  private PreflightReport check(PreflightLevel level) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    if (level != PreflightLevel.NONE) {
      List<String> names = needed();
      StackReferences references = stack.references();
      List<UnresolvedReference> unresolved = new ArrayList<>(references.malformed());
      Set<String> wanted = new LinkedHashSet<>(names);
      wanted.addAll(references.secrets());
      SecretsManager manager = wanted.isEmpty() ? null : stack.secretsManager().orElse(null);
      if (manager != null) {
        Map<String, Secret> read = manager.getAll(wanted);
        for (String name : names) {
          Secret secret = read.get(name);
          if (secret != null) {
            secrets.put(name, secret);
          }
          checkSecret(name, secret, level, manager);
        }
        checkEnvironments(secrets, manager);
        unresolved.addAll(references.unresolved(read, manager, stack.option()));
      } else {
        if (!names.isEmpty()) {
          problems.add(
              new PreflightReport.Problem(
                  "Stack '"
                      + stack.name()
                      + "' has no secrets manager, and the pipeline needs "
                      + quoted(names)
                      + ".",
                  "lockstep stack update " + stack.name() + " -x <secrets manager>"));
        }
        unresolved.addAll(references.withoutSecretsManager(stack.name()));
      }
      for (UnresolvedReference reference : unresolved) {
        problems.add(new PreflightReport.Problem(reference.problem(), fix(reference, secrets)));
      }
      if (unresolved.isEmpty()) {
        checkComponents();
      }
    }
    return new PreflightReport(problems, remarks, secrets);
  }

  /** A secret that the pipeline lacks, too, is there when its own problem is mended. */
  private String fix(UnresolvedReference reference, Map<String, Secret> found) {
    if (reference.reason() == UnresolvedReference.Reason.NO_SUCH_SECRET) {
      for (String name : needed()) {
        String register = "lockstep secret register " + name + " ";
        if (!found.containsKey(name)
            && !pipeline.secret(name).orElseThrow().optional()
            && reference.fix().startsWith(register)) {
          return "lockstep secret update "
              + name
              + " "
              + reference.fix().substring(register.length());
        }
      }
    }
    return reference.fix();
  }

  /** Whether the other components can be made: flavors and what they think of attributes. */
  private void checkComponents() {
    checkComponent(stack::orchestrator);
    checkComponent(stack::artifactStore);
    checkComponent(stack::metadataStore);
  }

  private void checkComponent(Supplier<?> component) {
    try {
      Object unused = component.get();
    } catch (StackException e) {
      String message = String.valueOf(e.getMessage());
      int fix = message.indexOf(FIX);
      problems.add(
          fix < 0
              ? new PreflightReport.Problem(message, "lockstep stack describe " + stack.name())
              : new PreflightReport.Problem(
                  message.substring(0, fix), message.substring(fix + FIX.length())));
    }
  }

  /** The secrets that steps receive; one that is listed and received by none is not needed. */
  private List<String> needed() {
    List<String> needed = new ArrayList<>();
    for (SecretDescriptor secret : pipeline.secrets()) {
      for (StepDescriptor step : pipeline.steps()) {
        if (step.secrets().contains(secret.name())) {
          needed.add(secret.name());
          break;
        }
      }
    }
    return needed;
  }

  private void checkSecret(
      String name, @Nullable Secret secret, PreflightLevel level, SecretsManager manager) {
    SecretDescriptor descriptor = pipeline.secret(name).orElseThrow();
    String type = descriptor.type();
    if (secret == null) {
      if (!descriptor.optional()) {
        problems.add(
            new PreflightReport.Problem(
                "Secret '"
                    + name
                    + "'"
                    + of(type)
                    + manager
                        .recoverableUntil(name)
                        .map(
                            until ->
                                " was deleted, and can be restored until "
                                    + until.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(" is missing")
                    + "; "
                    + users(name)
                    + ".",
                registration(descriptor, manager)));
      }
    } else if (level == PreflightLevel.KEYS && type != null) {
      for (SchemaKey key : descriptor.keys()) {
        for (String problem : SchemaCheck.problems(List.of(key), false, secret)) {
          addProblem(
              descriptor,
              problem,
              manager
                  .remedy(name, List.of(key.name()))
                  .orElse(update(name, " " + KeyOption.of(key.name()))));
        }
      }
      if (descriptor.atLeastOne()
          && descriptor.keys().stream().noneMatch(key -> secret.value(key.name()).isPresent())) {
        addProblem(
            descriptor,
            "it has none of its keys",
            manager.remedy(name, List.of()).orElse(update(name, " -i")));
      }
      Set<String> unknown = SchemaCheck.unknownKeys(descriptor.keys(), secret);
      if (!unknown.isEmpty()) {
        remarks.add("Secret '" + name + "' has keys that its schema does not know: " + unknown);
      }
    }
  }

  private void addProblem(SecretDescriptor secret, String problem, String fix) {
    String name = secret.name();
    problems.add(
        new PreflightReport.Problem(
            "Secret '" + name + "'" + of(secret.type()) + ": " + problem + "; " + users(name) + ".",
            fix));
  }

  private String update(String secret, String change) {
    return "lockstep secret update " + secret + change + stack.option();
  }

  private String registration(SecretDescriptor secret, SecretsManager manager) {
    List<String> keys = new ArrayList<>();
    boolean anyRequired = secret.keys().stream().anyMatch(SchemaKey::required);
    for (SchemaKey key : secret.keys()) {
      if (key.required() || !anyRequired) {
        keys.add(key.name());
      }
    }
    return manager.remedy(secret.name(), keys).orElseGet(() -> registration(secret, keys));
  }

  /** The command line knows the built-in schemas; of others it is told the keys. */
  private String registration(SecretDescriptor secret, List<String> keys) {
    StringBuilder command = new StringBuilder("lockstep secret register ").append(secret.name());
    String type = secret.type();
    if (type == null || BuiltInSchemas.TYPES.contains(type)) {
      command.append(type == null ? "" : " -s " + type).append(" -i");
      return command.append(stack.option()).toString();
    }
    for (String key : keys) {
      command.append(' ').append(KeyOption.of(key));
    }
    return command.append(stack.option()).toString();
  }

  private void checkEnvironments(Map<String, Secret> secrets, SecretsManager manager) {
    List<String> said = new ArrayList<>();
    for (StepDescriptor step : pipeline.steps()) {
      for (String problem : StepEnvironment.problems(pipeline, step, secrets)) {
        if (!said.contains(problem)) {
          said.add(problem);
          problems.add(
              new PreflightReport.Problem(
                  Character.toUpperCase(problem.charAt(0)) + problem.substring(1) + ".",
                  takesSecrets(manager, secrets.keySet())
                      ? "rename the key: lockstep secret update <secret> --remove-key <key>"
                          + " --<new key>=<value>"
                      : "rename the key where the secret comes from"));
        }
      }
    }
  }

  private static boolean takesSecrets(SecretsManager manager, Set<String> names) {
    for (String name : names) {
      if (manager.remedy(name, List.of()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private String users(String secret) {
    List<String> steps = new ArrayList<>();
    for (StepDescriptor step : pipeline.steps()) {
      if (step.secrets().contains(secret)) {
        steps.add(step.name());
      }
    }
    boolean all = steps.size() > 1 && steps.size() == pipeline.steps().size();
    return all
        ? "every step needs it"
        : (steps.size() == 1
            ? "step " + quoted(steps) + " needs it"
            : "steps " + quoted(steps) + " need it");
  }

  private static String of(@Nullable String type) {
    return type == null ? "" : " (type " + type + ")";
  }

  private static String quoted(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
