package dev.lockstep.cli.example;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.run.RunnerProcess;
import dev.lockstep.cli.run.Target;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep example run}. */
final class RunExample extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep example run NAME [RUNNER OPTIONS]")
        .description(
            "Build an example if needed, store demonstration values for the secrets that it needs"
                + " and that are not there, and run it.",
            "Everything behind NAME goes to the pipeline's runner.");
    Options.positional(spec, "NAME", true, "the example, see 'lockstep example list'");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException, InterruptedException {
    Checkout checkout = Checkout.of(host);
    Example example = checkout.example(arguments.requiredPositional(0));
    List<String> rest = new ArrayList<>(arguments.unknown());
    build(checkout, example, host);
    Path jar =
        example
            .jar()
            .orElseThrow(() -> CommandException.failed("The build made no jar of the example."));
    Target target = Target.of(jar.toString(), host.workingFolder());
    PipelineDescriptor pipeline = pipeline(target, example);
    DemonstrationSecrets.register(
        pipeline, ExampleSetUp.run(example, jar, host), option(rest), host);
    return new RunnerProcess(host).run(target, null, pipeline.runner(), rest);
  }

  /** The stack that the runner will use is the one to look for secrets in. */
  private static @Nullable String option(List<String> rest) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).startsWith("--stack=")) {
        return rest.get(i).substring("--stack=".length());
      }
      if (rest.get(i).equals("--stack") && i + 1 < rest.size()) {
        return rest.get(i + 1);
      }
    }
    return null;
  }

  private static PipelineDescriptor pipeline(Target target, Example example) {
    List<PipelineDescriptor> pipelines = target.pipelines();
    for (PipelineDescriptor pipeline : pipelines) {
      if (pipelines.size() == 1 || pipeline.name().equals(example.name())) {
        return pipeline;
      }
    }
    throw CommandException.failed(
        "The example has no pipeline of its name. Use: lockstep run "
            + target.path()
            + " PIPELINE");
  }

  private static void build(Checkout checkout, Example example, Host host)
      throws IOException, InterruptedException {
    if (!example.needsBuild(lockstepBuilt())) {
      return;
    }
    host.messages().say("Building the example '" + example.name() + "' (only when it changed) ...");
    Path log = Files.createTempFile("lockstep-build", ".log");
    try {
      Process maven =
          new ProcessBuilder(
                  "mvn",
                  "-q",
                  "-B",
                  "-Pquick",
                  "-DskipTests",
                  "-pl",
                  "examples/" + example.name(),
                  "-am",
                  "package")
              .directory(checkout.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      maven.getOutputStream().close();
      try {
        if (maven.waitFor() != 0) {
          throw CommandException.failed(
              "The example could not be built. Maven said:\n" + Files.readString(log).strip());
        }
      } finally {
        maven.destroy();
        maven.waitFor(1, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw CommandException.failed(
          "The example could not be built: Maven ('mvn') cannot be started.\n  Fix: install Maven"
              + " 3.8 or newer and put it on the PATH.");
    } finally {
      Files.deleteIfExists(log);
    }
    example.markBuilt();
  }

  /** When the code that runs here was built. */
  private static FileTime lockstepBuilt() throws IOException {
    String first = System.getProperty("java.class.path");
    int end = first.indexOf(File.pathSeparatorChar);
    Path self = Path.of(end < 0 ? first : first.substring(0, end));
    return Files.isRegularFile(self) ? Files.getLastModifiedTime(self) : FileTime.fromMillis(0);
  }
}
