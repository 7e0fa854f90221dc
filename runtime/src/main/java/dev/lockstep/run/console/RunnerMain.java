package dev.lockstep.run.console;

import dev.lockstep.descriptor.DescriptorException;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.redact.Redactor;
import dev.lockstep.run.Cancellation;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.Preflight;
import dev.lockstep.run.PreflightException;
import dev.lockstep.run.PreflightLevel;
import dev.lockstep.run.PreflightReport;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.run.UsageException;
import dev.lockstep.run.Worker;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.stack.StackException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program that a generated runner is. */
public final class RunnerMain {
  /** How much SLF4J says of itself. */
  private static final String LOGGING = "slf4j.internal.verbosity";

  /** How long an interrupted run may take to record its end. */
  private static final long STOP_SECONDS = 15;

  /** How long other steps may take to end when one of them has ended the process. */
  private static final long EXIT_SECONDS = 2;

  private final CompiledPipeline pipeline;
  private final Map<String, String> environment;
  private final Redactor redactor = new Redactor();
  private final Passphrases passphrases;
  private final Cancellation cancellation = new Cancellation();

  private RunnerMain(
      CompiledPipeline pipeline, Map<String, String> environment, Passphrases passphrases) {
    this.pipeline = pipeline;
    this.environment = environment;
    this.passphrases = passphrases;
  }

  /** Runs a pipeline as its arguments say, and ends the process with one of {@link ExitCode}. */
  public static void main(CompiledPipeline pipeline, String... args) {
    if (System.getProperty(LOGGING) == null) {
      // Libraries of integrations log; that nobody has set up where to is no news for each run.
      System.setProperty(LOGGING, "ERROR");
    }
    ProcessOutput output = ProcessOutput.ofProcess();
    Passphrases passphrases = Passphrases.asking(new ConsolePrompt(output.terminal()));
    int code = new RunnerMain(pipeline, System.getenv(), passphrases).run(output, args);
    output.finish();
    IOException lost = output.lost();
    if (lost != null && code == ExitCode.SUCCESS) {
      output.error("The output could not be written: " + lost.getMessage() + ".");
      code = ExitCode.BACK_END;
    }
    System.exit(code);
  }

  private int run(ProcessOutput output, String... args) {
    boolean debug = false;
    try {
      PipelineDescriptor descriptor = pipeline.descriptor();
      RunnerArguments arguments = RunnerArguments.parse(descriptor, args);
      debug = arguments.debug();
      return switch (arguments.action()) {
        case HELP -> {
          output.print(RunnerHelp.text(descriptor, pipeline.runnerName()));
          yield ExitCode.SUCCESS;
        }
        case VERSION -> {
          output.print("lockstep " + LockstepVersion.current() + "\n");
          yield ExitCode.SUCCESS;
        }
        case CHECK -> check(descriptor, arguments, output);
        case PLAN -> plan(descriptor, arguments, output);
        case RUN -> execute(arguments, output);
        case WORKER -> work(output);
      };
    } catch (UsageException e) {
      return fail(output, e, ExitCode.USAGE, debug);
    } catch (PreflightException | StackException | DescriptorException e) {
      return fail(output, e, ExitCode.PREFLIGHT, debug);
    } catch (SecretsManagerException | HomeException | MetadataException e) {
      return fail(output, e, ExitCode.BACK_END, debug);
    } catch (IOException | RuntimeException | Error e) {
      output.error(
          "This should not have happened: "
              + redactor.redact(e.toString())
              + (debug ? "" : ". --debug shows where."));
      return trace(output, e, ExitCode.BACK_END, debug);
    }
  }

  private int check(
      PipelineDescriptor descriptor, RunnerArguments arguments, ProcessOutput output) {
    RunOptions options = options(arguments).build();
    try (OpenStack stack = Stacks.open(options)) {
      PreflightReport report = Preflight.check(descriptor, stack, options.preflight());
      if (arguments.output().equals("json")) {
        output.print(CheckReport.json(descriptor, stack.name(), report) + "\n");
      } else {
        output.print(CheckReport.text(descriptor, stack.name(), report));
      }
      if (report.problems().isEmpty()) {
        return ExitCode.SUCCESS;
      }
      return fail(
          output,
          new PreflightException(descriptor.name(), stack.name(), report),
          ExitCode.PREFLIGHT,
          arguments.debug());
    }
  }

  private int plan(PipelineDescriptor descriptor, RunnerArguments arguments, ProcessOutput output) {
    output.print(
        arguments.output().equals("json")
            ? PlanReport.json(descriptor) + "\n"
            : PlanReport.text(descriptor));
    return ExitCode.SUCCESS;
  }

  private int execute(RunnerArguments arguments, ProcessOutput output) {
    boolean json = arguments.output().equals("json");
    output.install(redactor, json);
    Progress progress =
        json ? new JsonProgress(output) : new TextProgress(output, pipeline.descriptor());
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(ended, output), "lockstep-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    RunRecord run;
    try {
      RunOptions options = options(arguments).listener(progress).build();
      run = Lockstep.run(pipeline, options);
      progress.finish(run, pipeline.descriptor(), path -> location(options, path));
    } catch (PreflightException e) {
      progress.preflightFailed(e.report());
      throw e;
    } finally {
      progress.close();
      ended.countDown();
    }
    return switch (run.status()) {
      case SUCCEEDED -> ExitCode.SUCCESS;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      default -> ExitCode.STEP_FAILED;
    };
  }

  private static String location(RunOptions options, String path) {
    try (OpenStack stack = Stacks.open(options)) {
      return stack.artifactStore().location(path);
    }
  }

  private int work(ProcessOutput output) throws IOException {
    output.install(redactor, false);
    return Worker.run(
        pipeline, RunOptions.builder().environment(environment).redactor(redactor).build());
  }

  /** Runs when the process is asked to end, also after a run that has ended by itself. */
  private void stop(CountDownLatch ended, ProcessOutput output) {
    String exiting = ended.getCount() == 0 ? null : ExitCalls.step();
    if (exiting != null) {
      output.error(
          "Step '"
              + exiting
              + "' called System.exit, which ended the whole run. Fix: return or throw instead, or"
              + " give it @Step(isolation = Isolation.PROCESS).");
    }
    cancellation.request();
    try {
      if (exiting != null) {
        // The step never returns, so the run cannot end by itself.
        if (!ended.await(EXIT_SECONDS, TimeUnit.SECONDS)) {
          Runtime.getRuntime().halt(ExitCode.STEP_FAILED);
        }
      } else if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("A step did not stop in time; its process ends now.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RunOptions.Builder options(RunnerArguments arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (arguments.paramsFile() != null) {
      parameters.putAll(ParamsFile.read(arguments.paramsFile()));
    }
    parameters.putAll(arguments.parameters());
    return RunOptions.builder()
        .environment(environment)
        .stack(arguments.stack())
        .parameters(parameters)
        .preflight(preflight())
        .redactor(redactor)
        .passphrases(passphrases)
        .cancellation(cancellation);
  }

  private PreflightLevel preflight() {
    String level = environment.getOrDefault(RunnerOptions.PREFLIGHT_VARIABLE, "");
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "", "keys" -> PreflightLevel.KEYS;
      case "exists" -> PreflightLevel.EXISTS;
      case "none" -> PreflightLevel.NONE;
      default ->
          throw new UsageException(
              RunnerOptions.PREFLIGHT_VARIABLE + " is none, exists or keys, not '" + level + "'.");
    };
  }

  private int fail(ProcessOutput output, RuntimeException e, int code, boolean debug) {
    output.error(redactor.redact(String.valueOf(e.getMessage())));
    return trace(output, e, code, debug);
  }

  private int trace(ProcessOutput output, Throwable e, int code, boolean debug) {
    if (debug) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace, true));
      output.error(redactor.redact(trace.toString().stripTrailing()));
    }
    return code;
  }
}
