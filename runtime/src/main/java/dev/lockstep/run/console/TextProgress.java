package dev.lockstep.run.console;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.StepStatus;
import dev.lockstep.run.PreflightReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lines for people; on a terminal, also what is running right now. */
final class TextProgress implements Progress {
  private static final long REDRAW_MILLIS = 200;

  /** The terminal's size is not known: a block that fits the smallest is redrawn cleanly in any. */
  private static final int MOST_LINES = 10;

  private static final int LONGEST_LINE = 79;

  private final ProcessOutput output;
  private final int nameWidth;
  private final Map<String, Long> running = new LinkedHashMap<>();
  private final @Nullable Thread clock;

  TextProgress(ProcessOutput output, PipelineDescriptor pipeline) {
    this.output = output;
    int width = 0;
    for (StepDescriptor step : pipeline.steps()) {
      width = Math.max(width, step.name().length());
    }
    this.nameWidth = Math.min(width, 40);
    this.clock = output.terminal() ? startClock() : null;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.RunStarted start) {
      output.print(
          "Run "
              + start.run()
              + " of '"
              + start.pipeline()
              + "' on stack '"
              + start.stack()
              + "'\n");
    } else if (event instanceof RunEvent.StepStarted start) {
      show(start.step(), System.nanoTime());
      if (!output.terminal()) {
        line(start.step(), start.attempt() == 1 ? "started" : "attempt " + start.attempt());
      }
    } else if (event instanceof RunEvent.StepLogged logged) {
      line(logged.step(), logged.level() + " " + logged.message());
    } else if (event instanceof RunEvent.StepSucceeded success) {
      hide(success.step());
      line(success.step(), "succeeded in " + seconds(success.duration()));
    } else if (event instanceof RunEvent.StepFailed failed) {
      hide(failed.step());
      line(
          failed.step(),
          "failed after "
              + seconds(failed.duration())
              + (failed.retryIn() == null
                  ? ""
                  : ", attempt " + (failed.attempt() + 1) + " in " + seconds(failed.retryIn()))
              + ": "
              + reason(failed.failure()));
    } else if (event instanceof RunEvent.StepSkipped skipped) {
      line(skipped.step(), "skipped: " + skipped.reason());
    }
  }

  @Override
  public void finish(RunRecord run, PipelineDescriptor pipeline, UnaryOperator<String> locations) {
    List<Artifact> results = Results.of(run, pipeline);
    StringBuilder text = new StringBuilder();
    for (RunRecord.StepRecord step : run.steps().values()) {
      Failure failure = step.failure();
      if (step.status() == StepStatus.FAILED && failure != null && !failure.details().isEmpty()) {
        text.append('\n').append("Step '").append(step.name()).append("' failed:\n");
        text.append(indented(failure.details())).append('\n');
      }
    }
    if (!results.isEmpty()) {
      text.append("\nResults\n");
      results.forEach(result -> append(text, result, locations));
    }
    text.append(results.isEmpty() && text.isEmpty() ? "" : "\n");
    text.append("Run ").append(run.id()).append(' ').append(run.status().label()).append(": ");
    text.append(count(run, StepStatus.SUCCEEDED)).append(" of ").append(run.steps().size());
    text.append(" steps succeeded in ").append(seconds(Results.duration(run))).append('\n');
    if (run.status() != RunStatus.SUCCEEDED) {
      text.append("More: lockstep runs show ").append(run.id()).append('\n');
    }
    output.print(text.toString());
  }

  @Override
  public void preflightFailed(PreflightReport report) {
    // The error that follows says everything.
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.interrupt();
    }
    output.endLive();
  }

  private static void append(StringBuilder text, Artifact result, UnaryOperator<String> locations) {
    for (ArtifactFile file : result.files()) {
      text.append("  ").append(result.output());
      byte[] content = file.content();
      if (content == null) {
        text.append(": ").append(locations.apply(String.valueOf(file.path()))).append('\n');
      } else if (file.name().endsWith(".bin")) {
        text.append(": ").append(file.size()).append(" bytes\n");
      } else {
        String value = new String(content, StandardCharsets.UTF_8).stripTrailing();
        text.append(value.contains("\n") ? ":\n" + indented(value) : ": " + value).append('\n');
      }
    }
  }

  private void line(String step, String what) {
    String name = step.length() >= nameWidth ? step : step + " ".repeat(nameWidth - step.length());
    output.print(
        "  "
            + name
            + "  "
            + visible(what).replace("\n", "\n  " + " ".repeat(nameWidth) + "  ")
            + "\n");
  }

  /** Control characters as escapes: what a step says must not steer the terminal. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        shown.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static String reason(Failure failure) {
    String type = failure.type();
    boolean ours = type.equals("step") || type.equals("timeout") || type.equals("process");
    return ours || failure.message().isEmpty()
        ? (failure.message().isEmpty() ? type : failure.message())
        : type + ": " + failure.message();
  }

  private static long count(RunRecord run, StepStatus status) {
    return run.steps().values().stream().filter(step -> step.status() == status).count();
  }

  private static String indented(String text) {
    return "    " + text.replace("\n", "\n    ");
  }

  private static String seconds(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 60_000) {
      return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }
    return millis / 60_000 + " min " + millis % 60_000 / 1000 + " s";
  }

  private void show(String step, long now) {
    synchronized (running) {
      running.put(step, now);
    }
    redraw();
  }

  private void hide(String step) {
    synchronized (running) {
      running.remove(step);
    }
    redraw();
  }

  private void redraw() {
    if (!output.terminal()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    synchronized (running) {
      for (Map.Entry<String, Long> entry : running.entrySet()) {
        if (lines.size() == MOST_LINES - 1 && running.size() > MOST_LINES) {
          lines.add("  > and " + (running.size() - lines.size()) + " more");
          break;
        }
        String time = seconds(Duration.ofNanos(System.nanoTime() - entry.getValue()));
        int room = LONGEST_LINE - "  >   ".length() - time.length();
        String step = entry.getKey();
        String name = step.length() <= room ? step : step.substring(0, room);
        lines.add("  > " + name + "  " + time);
      }
    }
    output.live(lines);
  }

  private Thread startClock() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  Thread.sleep(REDRAW_MILLIS);
                  redraw();
                }
              } catch (InterruptedException e) {
                // The run has ended.
                Thread.currentThread().interrupt();
              }
            },
            "lockstep-progress");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
