package dev.lockstep.cli.completion;

import dev.lockstep.cli.catalog.RememberedSchema;
import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Completion;
import dev.lockstep.cli.command.Completion.Candidate;
import dev.lockstep.cli.command.NameSource;
import dev.lockstep.cli.command.Place;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.run.Target;
import dev.lockstep.descriptor.ParameterDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.run.console.RunnerOptions;
import dev.lockstep.secret.BuiltInSchemas;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.AvailableFlavor;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Integration;
import dev.lockstep.stack.IntegrationRegistry;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of stacks, components, secrets, runs and pipelines, as far as this machine knows them
 * by itself: pressing TAB asks no back end elsewhere. What belongs at a place is told by what help
 * calls it, so that a new command needs nothing here.
 */
final class KnownNames implements NameSource {
  /** More than these nobody chooses from. */
  private static final int MOST_RUNS = 50;

  private final Host host;
  private final State state;

  KnownNames(Host host) {
    this.host = host;
    this.state = State.of(host);
  }

  @Override
  public Completion names(Place place) {
    String option = place.option();
    if (option != null) {
      ComponentType type = ComponentType.of(option.substring(2)).orElse(null);
      if (type != null) {
        return components(type);
      }
      switch (option) {
        case "--stack" -> {
          return stacks();
        }
        case "--flavor" -> {
          return flavors(place);
        }
        case "--schema" -> {
          return schemas();
        }
        case "--pipeline" -> {
          return pipelinesOfRuns(place);
        }
        case "--values", "--class-path", "--jar", "--file", "--key-file", "--settings" -> {
          return Completion.FILES;
        }
        default -> {}
      }
    }
    return switch (place.label()) {
      case "TARGET", "FILE", "PATH", "DIR", "JAR" -> Completion.FILES;
      case "STACK" -> stacks();
      case "SCHEMA", "TYPE" -> schemas();
      case "FLAVOR" -> flavors(place);
      case "INTEGRATION" -> integrations(place);
      case "MANAGER" -> components(ComponentType.SECRETS_MANAGER);
      case "RUN" -> runs(place);
      case "STEP" -> steps(place);
      case "SHELL" -> words(List.of("bash", "zsh", "fish"));
      case "SECRET" -> secrets(place);
      case "NAME", "FROM" -> named(place);
      case "--" -> attributes(place);
      default -> Completion.NOTHING;
    };
  }

  /** A name of what the command's noun stands for, unless it is to be a new one. */
  private Completion named(Place place) {
    List<String> path = place.path();
    if (path.size() < 2 || path.contains("register") || path.contains("import")) {
      return Completion.NOTHING;
    }
    String noun = path.get(0);
    return switch (noun) {
      case "secret" -> secrets(place);
      case "stack" -> stacks();
      case "schema" -> schemas();
      default -> {
        ComponentType type = ComponentType.of(noun).orElse(null);
        yield type == null ? Completion.NOTHING : components(type);
      }
    };
  }

  private Completion stacks() {
    List<String> names = new ArrayList<>();
    for (Stack stack : state.file().load().stacks()) {
      names.add(stack.name());
    }
    return words(names);
  }

  private Completion components(ComponentType type) {
    List<String> names = new ArrayList<>();
    for (Component component : state.file().load().components(type)) {
      names.add(component.name());
    }
    return words(names);
  }

  private Completion flavors(Place place) {
    ComponentType type = ComponentType.of(place.path().get(0)).orElse(null);
    if (type == null) {
      return Completion.NOTHING;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (AvailableFlavor flavor : state.flavors().list(type)) {
      // Those that are not ready, too: choosing one says how it becomes so.
      if (!flavor.className().isEmpty() || !flavor.integration().isEmpty()) {
        candidates.add(
            new Candidate(flavor.name(), flavor.ready() ? flavor.description() : flavor.problem()));
      }
    }
    return new Completion(false, candidates);
  }

  /** All that can be installed, or all that is. */
  private Completion integrations(Place place) {
    IntegrationRegistry registry = new IntegrationRegistry(state.home());
    boolean present = place.path().contains("uninstall");
    List<Candidate> candidates = new ArrayList<>();
    for (Integration integration : Integration.all()) {
      boolean there = !present || registry.find(integration.name()).isPresent();
      if (there && !place.positionals().contains(integration.name())) {
        candidates.add(new Candidate(integration.name(), integration.description()));
      }
    }
    return new Completion(false, candidates);
  }

  private Completion schemas() {
    List<String> types = new ArrayList<>(BuiltInSchemas.TYPES);
    types.add(0, Secret.ARBITRARY);
    for (RememberedSchema schema : new RememberedSchemas(host).all()) {
      if (!types.contains(schema.schema().type())) {
        types.add(schema.schema().type());
      }
    }
    return words(types);
  }

  /** The attributes that a component can have: by its flavor, which is given or configured. */
  private Completion attributes(Place place) {
    ComponentType type = ComponentType.of(place.path().get(0)).orElse(null);
    if (type == null) {
      return Completion.NOTHING;
    }
    String flavor = place.options().get("--flavor");
    if (flavor == null && !place.positionals().isEmpty()) {
      Component component =
          state.file().load().findComponent(type, place.positionals().get(0)).orElse(null);
      flavor = component == null ? null : component.flavor();
    }
    if (flavor == null) {
      return Completion.NOTHING;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (FlavorOption option : state.flavors().find(type, flavor).options()) {
      candidates.add(new Candidate("--" + option.name() + "=", option.description()));
    }
    return new Completion(false, candidates);
  }

  private Completion secrets(Place place) {
    try (OpenStack stack = localStack(place, ComponentType.SECRETS_MANAGER)) {
      return stack == null
          ? Completion.NOTHING
          : words(stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class).list());
    }
  }

  private Completion runs(Place place) {
    List<Candidate> candidates = new ArrayList<>();
    for (RunSummary run : summaries(place)) {
      if (candidates.size() < MOST_RUNS && !place.positionals().contains(run.id())) {
        candidates.add(new Candidate(run.id(), run.pipeline() + ", " + run.status().label()));
      }
    }
    return new Completion(false, candidates);
  }

  private Completion pipelinesOfRuns(Place place) {
    List<String> names = new ArrayList<>();
    for (RunSummary run : summaries(place)) {
      if (!names.contains(run.pipeline())) {
        names.add(run.pipeline());
      }
    }
    return words(names);
  }

  private Completion steps(Place place) {
    try (OpenStack stack = localStack(place, ComponentType.METADATA_STORE)) {
      if (stack == null || place.positionals().isEmpty()) {
        return Completion.NOTHING;
      }
      RunRecord run = stack.metadataStore().find(place.positionals().get(0)).orElse(null);
      return run == null ? Completion.NOTHING : words(List.copyOf(run.steps().keySet()));
    }
  }

  private List<RunSummary> summaries(Place place) {
    try (OpenStack stack = localStack(place, ComponentType.METADATA_STORE)) {
      return stack == null ? List.of() : stack.metadataStore().list();
    }
  }

  /** The stack that the command would use, if its component of that type is on this machine. */
  private @Nullable OpenStack localStack(Place place, ComponentType type) {
    Configuration configuration = state.file().load();
    String name = place.options().get("--stack");
    Stack stack = state.activeStack(name, configuration).stack();
    String component = stack.component(type).orElse(null);
    if (component == null) {
      return null;
    }
    String flavor = configuration.component(type, component).flavor();
    return flavor.equals("local") || flavor.equals("sqlite")
        ? OpenStack.of(stack, configuration, state.flavors(), state.home(), host.environment())
        : null;
  }

  @Override
  public Completion rest(Place place, List<String> rest) {
    List<PipelineDescriptor> pipelines =
        Target.of(place.positionals().get(0), host.workingFolder()).pipelines();
    String current = rest.get(rest.size() - 1);
    if (current.startsWith("-")) {
      return runnerOptions(chosen(pipelines, rest));
    }
    String before = rest.size() < 2 ? "" : rest.get(rest.size() - 2);
    return switch (before) {
      case "--stack" -> stacks();
      case "--output", "-o" -> words(List.of("text", "json"));
      case "--params" -> Completion.FILES;
      default -> rest.size() == 1 ? pipelineNames(pipelines) : Completion.NOTHING;
    };
  }

  private static @Nullable PipelineDescriptor chosen(
      List<PipelineDescriptor> pipelines, List<String> rest) {
    for (PipelineDescriptor pipeline : pipelines) {
      if (pipelines.size() == 1 || pipeline.name().equals(rest.get(0))) {
        return pipeline;
      }
    }
    return null;
  }

  private static Completion pipelineNames(List<PipelineDescriptor> pipelines) {
    List<Candidate> candidates = new ArrayList<>();
    for (PipelineDescriptor pipeline : pipelines) {
      candidates.add(new Candidate(pipeline.name(), pipeline.description()));
    }
    return new Completion(false, candidates);
  }

  private static Completion runnerOptions(@Nullable PipelineDescriptor pipeline) {
    List<Candidate> candidates = new ArrayList<>();
    if (pipeline != null) {
      for (ParameterDescriptor parameter : pipeline.parameters()) {
        candidates.add(new Candidate("--" + parameter.name(), parameter.description()));
      }
    }
    for (String option : RunnerOptions.NAMES) {
      candidates.add(new Candidate(option, ""));
    }
    return new Completion(false, candidates);
  }

  private static Completion words(List<String> words) {
    List<Candidate> candidates = new ArrayList<>();
    for (String word : words) {
      candidates.add(new Candidate(word, ""));
    }
    return new Completion(false, candidates);
  }
}
