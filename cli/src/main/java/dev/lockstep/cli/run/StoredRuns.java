package dev.lockstep.cli.run;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Messages;
import dev.lockstep.metadata.DriverProcess;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.metadata.ThisHost;
import dev.lockstep.stack.OpenStack;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs have left in a stack, and how it goes away: a run's artifacts first and its record
 * last. Whoever is killed in between leaves a run that is still listed, and that can be deleted
 * again.
 */
final class StoredRuns {
  private final OpenStack stack;
  private final MetadataStore store;
  private final List<RunSummary> runs;
  private final Messages messages;

  /**
   * Looks at the runs of a stack.
   *
   * @param runs all of them
   */
  StoredRuns(OpenStack stack, List<RunSummary> runs, Messages messages) {
    this.stack = stack;
    this.store = stack.metadataStore();
    this.runs = runs;
    this.messages = messages;
  }

  /** Whether the process that drives a run is one of this machine. */
  boolean isHere(RunSummary run) {
    DriverProcess process = driver(run);
    return process == null || process.host().equals(ThisHost.name());
  }

  /** The number of the process that drives a run. */
  String process(RunSummary run) {
    DriverProcess process = driver(run);
    return process == null ? "" : Long.toString(process.pid());
  }

  private @Nullable DriverProcess driver(RunSummary run) {
    for (RunEvent event : store.events(run.id())) {
      if (event instanceof RunEvent.RunStarted started) {
        return started.process();
      }
    }
    return null;
  }

  /** Deletes runs with their artifacts, but for those that a run which stays uses. */
  void delete(List<RunSummary> deleted) throws IOException {
    Used used = used(deleted);
    for (RunSummary run : deleted) {
      deleteArtifacts(run, used);
      store.delete(run.id());
    }
  }

  /**
   * What the runs that stay use.
   *
   * @param paths the paths of the files
   * @param complete whether every one of those runs could be read
   */
  private record Used(Set<String> paths, boolean complete) {
    boolean below(String folder) {
      for (String path : paths) {
        if (path.startsWith(folder + "/")) {
          return true;
        }
      }
      return false;
    }
  }

  private Used used(List<RunSummary> deleted) {
    Set<String> paths = new HashSet<>();
    boolean complete = true;
    for (RunSummary run : runs) {
      if (deleted.contains(run)) {
        continue;
      }
      if (run.status() == RunStatus.UNREADABLE) {
        complete = false;
        continue;
      }
      try {
        collect(run, paths);
      } catch (MetadataException e) {
        complete = false;
      }
    }
    return new Used(paths, complete);
  }

  private void collect(RunSummary run, Set<String> paths) {
    for (RunEvent event : store.events(run.id())) {
      if (event instanceof RunEvent.StepSucceeded success) {
        for (Artifact output : success.outputs()) {
          for (ArtifactFile file : output.files()) {
            if (file.path() != null) {
              paths.add(file.path());
            }
          }
        }
      }
    }
  }

  private void deleteArtifacts(RunSummary run, Used used) throws IOException {
    if (run.status() == RunStatus.UNREADABLE) {
      messages.warn(
          "The artifacts of the run "
              + run.id()
              + " stay, because its record does not tell where they are.");
      return;
    }
    if (!used.complete()) {
      messages.warn(
          "The artifacts of the run "
              + run.id()
              + " stay, because a run that cannot be read may use them: lockstep runs list --status"
              + " unreadable");
      return;
    }
    ArtifactStore artifacts = stack.artifactStore();
    String folder = run.pipeline() + "/" + run.id();
    try {
      if (used.below(folder)) {
        deleteUnused(run, used, artifacts);
      } else {
        artifacts.delete(folder);
      }
    } catch (IOException e) {
      throw CommandException.backEnd(
          "The artifacts of the run "
              + run.id()
              + " cannot be deleted from "
              + artifacts.location(folder)
              + ": "
              + e.getMessage()
              + ".\n  Its record stays, so that you can repeat this.");
    }
  }

  private void deleteUnused(RunSummary run, Used used, ArtifactStore artifacts) throws IOException {
    Set<String> own = new HashSet<>();
    collect(run, own);
    for (String path : own) {
      if (!used.paths().contains(path)) {
        artifacts.delete(path);
      }
    }
    messages.say("Some artifacts of the run " + run.id() + " stay, because another run uses them.");
  }
}
