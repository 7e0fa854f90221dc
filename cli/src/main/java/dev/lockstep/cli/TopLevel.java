package dev.lockstep.cli;

import dev.lockstep.cli.command.CommandGroup;
import dev.lockstep.cli.command.Node;
import dev.lockstep.cli.completion.CompleteCommand;
import dev.lockstep.cli.completion.CompletionCommand;
import dev.lockstep.cli.component.ComponentCommands;
import dev.lockstep.cli.doctor.DoctorCommand;
import dev.lockstep.cli.example.ExampleCommands;
import dev.lockstep.cli.integration.IntegrationCommands;
import dev.lockstep.cli.project.InitCommand;
import dev.lockstep.cli.run.CheckCommand;
import dev.lockstep.cli.run.PlanCommand;
import dev.lockstep.cli.run.RunCommand;
import dev.lockstep.cli.run.RunsCommands;
import dev.lockstep.cli.schema.SchemaCommands;
import dev.lockstep.cli.secret.SecretCommands;
import dev.lockstep.cli.stack.StackCommands;
import dev.lockstep.stack.ComponentType;

/** The top of the table of commands. */
final class TopLevel extends CommandGroup {
  TopLevel() {
    super(
        "Pipelines whose wiring and secrets the compiler proves.",
        child("secret", "Store, show and change secrets"),
        child("schema", "Show the schemas that secrets can have"),
        child("stack", "Show, choose and set up stacks"),
        child("secrets-manager", "Set up the components that store secrets"),
        child("orchestrator", "Set up what decides where steps execute"),
        child("artifact-store", "Set up where the outputs of steps are stored"),
        child("metadata-store", "Set up where the record of runs is kept"),
        child("integration", "Install the flavors for a provider"),
        child("init", "Make a project to start from"),
        child("run", "Run a pipeline"),
        child("check", "Verify what pipelines need from their stack"),
        child("plan", "Show what a run would do"),
        child("runs", "Look at earlier runs"),
        child("example", "Run the examples"),
        child("doctor", "Look for what is wrong with this machine and this project"),
        child("completion", "Let a shell complete commands and names"),
        child("version", "Show the version"));
  }

  @Override
  protected boolean hides(String name) {
    return name.equals(CompleteCommand.NAME);
  }

  @Override
  protected Node open(String name) {
    return switch (name) {
      case "secret" -> new SecretCommands();
      case "schema" -> new SchemaCommands();
      case "stack" -> new StackCommands();
      case "secrets-manager", "orchestrator", "artifact-store", "metadata-store" ->
          new ComponentCommands(ComponentType.of(name).orElseThrow());
      case "integration" -> new IntegrationCommands();
      case "init" -> new InitCommand();
      case "run" -> new RunCommand();
      case "check" -> new CheckCommand();
      case "plan" -> new PlanCommand();
      case "runs" -> new RunsCommands();
      case "example" -> new ExampleCommands();
      case "doctor" -> new DoctorCommand();
      case "completion" -> new CompletionCommand();
      case CompleteCommand.NAME -> new CompleteCommand(new TopLevel());
      case "version" -> new VersionCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
