package dev.lockstep.processor.report;

import static dev.lockstep.processor.report.Severity.ERROR;
import static dev.lockstep.processor.report.Severity.WARNING;

import java.util.Locale;

/**
 * The catalogue of everything that the processor can say. A number is never used again for
 * something else, and a new diagnostic comes with a test and a page in {@code docs/diagnostics}.
 */
public enum Diagnostic {
  // The pipeline's class, and the classes that it includes.
  PIPELINE_KIND(1, ERROR, "A pipeline is a class"),
  PIPELINE_PRIVATE(2, ERROR, "Generated code cannot see the class"),
  PIPELINE_INNER(3, ERROR, "A pipeline cannot be an inner class"),
  PIPELINE_ABSTRACT(4, ERROR, "A pipeline cannot be abstract"),
  PIPELINE_CONSTRUCTOR(5, ERROR, "A constructor without parameters is needed"),
  CONSTRUCTOR_THROWS(6, ERROR, "The constructor throws a checked exception"),
  PIPELINE_GENERIC(7, ERROR, "A pipeline cannot be generic"),
  DEFAULT_PACKAGE(8, ERROR, "A pipeline needs a package"),
  NO_STEPS(9, ERROR, "A pipeline without steps"),
  PIPELINE_NAME(10, ERROR, "A pipeline's name is malformed"),
  GENERATED_NAME_TAKEN(11, ERROR, "The name of the generated class is taken"),

  // Wiring.
  NO_PRODUCER(12, ERROR, "No step produces what a step needs"),
  AMBIGUOUS_PRODUCER(13, ERROR, "Several steps produce what a step needs"),
  CYCLE(14, ERROR, "Steps wait for each other"),
  OWN_OUTPUT(15, ERROR, "A step needs its own output"),
  FROM_UNKNOWN_STEP(16, ERROR, "@From names an unknown step"),
  FROM_UNKNOWN_COMPONENT(17, ERROR, "@From names an unknown component"),
  FROM_TYPE(18, ERROR, "@From names an output of another type"),
  CONFLICTING_ANNOTATIONS(19, ERROR, "Annotations that exclude each other"),
  INACCESSIBLE_TYPE(20, ERROR, "Generated code cannot see a type"),

  // Steps.
  STEP_PRIVATE(21, ERROR, "Generated code cannot call the step"),
  STEP_ABSTRACT(22, ERROR, "A step cannot be abstract"),
  STEP_GENERIC(23, ERROR, "A step cannot be generic"),
  RAW_OUTPUT(24, ERROR, "A step returns a raw type"),
  OBJECT_OUTPUT(25, ERROR, "A step returns Object"),
  WRAPPED_OUTPUT(26, ERROR, "A step returns a wrapper that cannot be stored"),
  STEP_VARARGS(27, ERROR, "A step cannot have variable arguments"),
  DUPLICATE_STEP(28, ERROR, "Two steps of one name"),
  STEP_NAME_CASE(29, WARNING, "Names of steps differ only in case"),
  STEP_NAME(30, ERROR, "A step's name is malformed"),
  ORPHAN_STEP(31, WARNING, "A step that belongs to no pipeline"),
  INHERITED_STEP(32, ERROR, "A step in a superclass"),
  AFTER_UNKNOWN(33, ERROR, "'after' names an unknown step"),
  AFTER_ITSELF(34, ERROR, "A step waits for itself"),
  AFTER_IMPLIED(35, WARNING, "'after' repeats what the wiring implies"),
  DURATION(36, ERROR, "A duration is malformed"),
  RETRIES(37, ERROR, "The number of retries is impossible"),
  BACKOFF_WITHOUT_RETRIES(38, WARNING, "A backoff without retries"),
  MATERIALIZER(39, ERROR, "A materializer cannot serve its step"),
  SCHEDULE(40, ERROR, "A schedule is malformed"),
  RESOURCES(41, ERROR, "A resource is malformed"),
  MUTABLE_FIELD(42, WARNING, "State that no two steps share"),
  EACH_UNSUPPORTED(43, ERROR, "@Each is not supported yet"),
  VOID_PRODUCER(45, ERROR, "A step that is needed returns nothing"),
  STEP_CLASS(46, ERROR, "An included class holds no steps"),
  RUNTIME_MISSING(47, ERROR, "The runtime is missing"),
  MISPLACED_ANNOTATION(48, ERROR, "An annotation without effect"),
  DUPLICATE_PIPELINE(49, ERROR, "Two pipelines of one name"),

  // Parameters.
  PARAMETER_TYPE(50, ERROR, "A parameter's type cannot be read from text"),
  PARAMETER_DEFAULT(51, ERROR, "A parameter's default does not fit its type"),
  PARAMETER_CONFLICT(52, ERROR, "One parameter, declared in two ways"),
  PARAMETER_RESERVED(53, ERROR, "A parameter's name belongs to the runner"),
  PARAMETER_NAME(54, ERROR, "A parameter's name is malformed"),
  PARAMETER_SECRET(55, ERROR, "A parameter cannot be a secret"),
  PARAMETER_NAMES_MISSING(56, ERROR, "A class file lacks the names of parameters"),

  // The tools.
  KOTLIN_CLASS(57, WARNING, "A pipeline in Kotlin"),
  VERSION_MISMATCH(58, ERROR, "Annotations and processor of different versions"),

  // More about steps.
  RETRIES_WITHOUT_EFFECT(59, WARNING, "Retries that say the default"),

  // Secrets.
  SECRET_NOT_LISTED(60, ERROR, "A step asks for a secret that the pipeline does not list"),
  UNKNOWN_SECRET(61, ERROR, "An annotation names an unknown secret"),
  UNUSED_SECRET(62, WARNING, "A secret is listed and never used"),
  DUPLICATE_SECRET(63, WARNING, "A secret is listed twice"),
  SECRET_NAME(64, ERROR, "A secret's name is malformed"),
  CONTRADICTING_SCHEMAS(65, ERROR, "One secret under two schemas that contradict each other"),
  VARIABLE_COLLISION(66, ERROR, "Two secrets of a step need one variable"),

  // What is stored.
  UNSTORABLE_OUTPUT(67, ERROR, "What a step returns cannot be stored"),
  UNREADABLE_OUTPUT(68, WARNING, "What a step returns cannot be read again"),
  UNREADABLE_KEY(69, WARNING, "A key of a map cannot be read again"),

  // Leaks.
  LEAKED_SECRET(70, ERROR, "A secret can reach an output"),
  LEAKED_CONTEXT(71, ERROR, "The context can reach an output"),
  SECRET_FIELD(72, ERROR, "A secret in a field"),
  SECRET_ARTIFACT(73, ERROR, "A secret cannot be an artifact"),

  // Schemas.
  SCHEMA_KIND(80, ERROR, "A schema is an interface"),
  SCHEMA_PRIVATE(81, ERROR, "Generated code cannot see the schema"),
  SCHEMA_GENERIC(82, ERROR, "A schema cannot be generic"),
  SCHEMA_EMPTY(83, WARNING, "A schema without keys"),
  KEY_METHOD(84, ERROR, "A method cannot be a key"),
  KEY_TYPE(85, ERROR, "A key's type is not supported"),
  KEY_WITHOUT_EFFECT(86, ERROR, "@Key has no effect"),
  INHERITED_METHOD(87, ERROR, "A schema inherits a method that is no key"),
  DUPLICATE_KEY(88, ERROR, "Two methods for one key"),
  DUPLICATE_VARIABLE(89, ERROR, "Two keys for one variable"),
  DANGEROUS_VARIABLE(90, ERROR, "A variable with a meaning of its own"),
  VARIABLE_NAME(91, ERROR, "A variable's name is malformed"),
  OBJECT_METHOD(92, ERROR, "A key named like a method of Object"),
  PATTERN(93, ERROR, "A pattern is no regular expression"),
  PATTERN_WITHOUT_EFFECT(94, ERROR, "A pattern on a type without text"),
  CONFIDENTIAL_DEFAULT(95, WARNING, "A default for a confidential key"),
  KEY_NAME(96, ERROR, "A key's name is malformed"),
  SCHEMA_TYPE(97, ERROR, "A schema's type is malformed or reserved"),
  AT_LEAST_ONE(98, WARNING, "'atLeastOne' has no effect"),
  SCHEMA_UNPROCESSED(99, ERROR, "A schema was compiled without the processor"),

  // Flavors.
  FLAVOR_COMPONENT(100, ERROR, "A flavor is a component of one type"),
  FLAVOR_CLASS(101, ERROR, "Generated code cannot make the component"),
  FLAVOR_CONSTRUCTOR(102, ERROR, "A flavor needs one constructor that fits"),
  FLAVOR_CONFIGURATION(103, ERROR, "A flavor's configuration is no record that can be made"),
  FLAVOR_OPTION_TYPE(104, ERROR, "An option's type cannot be read from text"),
  FLAVOR_OPTION_DEFAULT(105, ERROR, "An option's default does not fit its type"),
  FLAVOR_OPTION_NAME(106, ERROR, "An option's name is malformed or taken"),
  FLAVOR_NAME(107, ERROR, "A flavor's name is malformed or taken"),
  DUPLICATE_FLAVOR(108, ERROR, "Two flavors of one name"),
  FLAVOR_NOT_PROVIDED(109, WARNING, "A module does not provide its flavor"),

  // Modules.
  PACKAGE_NOT_OPENED(110, WARNING, "A module does not open what is stored as JSON"),

  INTERNAL(999, ERROR, "The processor failed");

  private final int number;
  private final Severity severity;
  private final String title;

  Diagnostic(int number, Severity severity, String title) {
    this.number = number;
    this.severity = severity;
    this.title = title;
  }

  /** The identifier in messages and of the page: {@code LS012}. */
  public String id() {
    return String.format(Locale.ROOT, "LS%03d", number);
  }

  /** The name that {@code @SuppressWarnings("lockstep:...")} takes. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  public String title() {
    return title;
  }
}
