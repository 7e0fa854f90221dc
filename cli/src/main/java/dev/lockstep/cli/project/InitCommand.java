package dev.lockstep.cli.project;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.ShellText;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep init}. */
public final class InitCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Make a Maven project with a pipeline, a schema and a test, which compiles and runs at"
                + " once. Nothing is overwritten.",
            "In a project that you have already, only the folder .lockstep is made, which holds the"
                + " project's active stack, and you are told what its build lacks.");
    Options.positional(spec, "DIR", false, "the project's folder; this one without it");
    Options.text(
        spec, "NAME", "the Maven artifactId; default: made of the folder's name", "--name");
    Options.text(
        spec, "PACKAGE", "the package of the code; default: made of the name", "--package");
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    String given = arguments.positional(0);
    Path folder = folder(given, host);
    LockstepHome home = State.of(host).home();
    if (folder.resolve(LockstepHome.FOLDER).equals(home.root())) {
      throw CommandException.usage(
          folder
              + " cannot be a project: its "
              + LockstepHome.FOLDER
              + " holds your own stacks and secrets.\n  Fix: lockstep init NEW_FOLDER");
    }
    try {
      ExistingBuild build = ExistingBuild.in(folder);
      if (build != null) {
        mark(folder, build, host);
      } else {
        create(folder, arguments, given, host);
      }
    } catch (IOException e) {
      throw CommandException.backEnd(
          "The project " + folder + " cannot be made: " + HomeException.reason(e) + ".");
    }
    return ExitCode.SUCCESS;
  }

  private static Path folder(@Nullable String given, Host host) {
    Path folder;
    try {
      folder = host.workingFolder().resolve(given == null ? "" : given).normalize();
    } catch (InvalidPathException e) {
      throw CommandException.usage("'" + given + "' is not the path of a folder.");
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw CommandException.usage(
          folder + " is a file.\n  Fix: name the folder that the project is to have.");
    }
    return folder;
  }

  private static void mark(Path folder, ExistingBuild build, Host host) throws IOException {
    boolean marked = Files.exists(ProjectFile.in(folder).path());
    String advice = build.advice();
    ProjectFile.in(folder).init();
    host.messages()
        .say(
            marked
                ? folder + " is a project already; nothing was changed."
                : "Made " + folder.resolve(LockstepHome.FOLDER) + " and changed nothing else.");
    if (!advice.isEmpty()) {
      host.messages().say("To have pipelines, add to the build:\n" + advice);
    }
  }

  private static void create(Path folder, Arguments arguments, @Nullable String given, Host host)
      throws IOException {
    ProjectName name =
        ProjectName.of(folder, arguments.text("--name"), arguments.text("--package"));
    ProjectWriter writer = new ProjectWriter(folder, ProjectTemplate.files(name));
    List<String> conflicts = writer.conflicts();
    if (!conflicts.isEmpty()) {
      throw CommandException.usage(
          "These are in the way in "
              + folder
              + ", and nothing was changed:\n  "
              + String.join("\n  ", conflicts)
              + "\n  Fix: move them away, or name another folder: lockstep init DIR");
    }
    writer.write();
    StringBuilder text = new StringBuilder();
    text.append("Made the project '").append(name.artifact()).append("' in ").append(folder);
    text.append(". Next:\n");
    Path checkout = host.checkout().orElse(null);
    if (checkout != null && !isInstalled()) {
      text.append("  (cd ").append(ShellText.word(checkout.toString()));
      text.append(" && mvn -q install -DskipTests)   # Lockstep's jars, for Maven\n");
    }
    if (!folder.equals(host.workingFolder())) {
      text.append("  cd ").append(ShellText.word(given == null ? folder.toString() : given));
      text.append('\n');
    }
    text.append("  mvn verify\n  lockstep run target/classes");
    host.messages().say(text.toString());
  }

  /** Whether Maven finds Lockstep, as far as its usual folder tells. */
  private static boolean isInstalled() {
    return Files.isDirectory(
        Path.of(
            System.getProperty("user.home"),
            ".m2/repository/dev/lockstep/lockstep-runtime",
            Versions.LOCKSTEP));
  }
}
