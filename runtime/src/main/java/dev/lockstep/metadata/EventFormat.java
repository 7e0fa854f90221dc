package dev.lockstep.metadata;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The written form of events: one JSON object on one line. Every object has {@code event}, its kind
 * in kebab-case, and {@code time}, an ISO 8601 instant; durations are milliseconds. The first event
 * of a run also has {@code format}. Fields that a reader does not know are ignored.
 *
 * <p>{@code docs/events.md} describes every field.
 */
public final class EventFormat {
  private EventFormat() {}

  /** One line, without the line's end. */
  public static String write(RunEvent event) {
    return Json.write(toMap(event));
  }

  /** The fields of an event, in the order in which they are written. */
  public static Map<String, @Nullable Object> toMap(RunEvent event) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("event", kind(event));
    map.put("time", time(event.time()));
    if (event instanceof RunEvent.StepEvent step) {
      map.put("step", step.step());
    }
    if (event instanceof RunEvent.RunStarted started) {
      map.put("format", RunEvent.FORMAT);
      map.put("run", started.run());
      map.put("pipeline", started.pipeline());
      map.put("class", started.className());
      map.put("stack", started.stack());
      map.put("pid", started.process().pid());
      map.put("processStarted", started.process().started());
      map.put("host", started.process().host());
      map.put("parameters", started.parameters());
      map.put("steps", started.steps());
    } else if (event instanceof RunEvent.PreflightPassed passed) {
      map.put("secrets", passed.secrets());
    } else if (event instanceof RunEvent.StepStarted started) {
      map.put("attempt", started.attempt());
    } else if (event instanceof RunEvent.StepLogged logged) {
      map.put("attempt", logged.attempt());
      map.put("level", logged.level());
      map.put("message", logged.message());
    } else if (event instanceof RunEvent.StepSucceeded succeeded) {
      map.put("attempt", succeeded.attempt());
      map.put("millis", succeeded.duration().toMillis());
      map.put("secrets", succeeded.secrets());
      map.put("outputs", artifacts(succeeded.outputs()));
    } else if (event instanceof RunEvent.StepFailed failed) {
      map.put("attempt", failed.attempt());
      map.put("millis", failed.duration().toMillis());
      map.put("secrets", failed.secrets());
      map.put("failure", failed.failure().type());
      map.put("message", failed.failure().message());
      map.put("details", failed.failure().details());
      if (failed.retryIn() != null) {
        map.put("retryInMillis", failed.retryIn().toMillis());
      }
    } else if (event instanceof RunEvent.StepSkipped skipped) {
      map.put("reason", skipped.reason());
    } else if (event instanceof RunEvent.RunFinished finished) {
      map.put("status", finished.status().label());
    }
    return map;
  }

  /**
   * Reads a line.
   *
   * @return the event, or null when it is of a kind that this version does not know
   * @throws JsonFormatException when the line is no event
   * @throws NewerFormatException when the run is of a newer format
   */
  public static @Nullable RunEvent read(String line) {
    JsonObject json = Json.readObject(line);
    // Before anything else is asked of it: a newer format may write the rest in another way.
    long format = json.number("format", RunEvent.FORMAT);
    if (format > RunEvent.FORMAT) {
      throw new NewerFormatException(format);
    }
    Instant time = instant(json.string("time"));
    return switch (json.string("event")) {
      case "run-started" -> runStarted(json, time);
      case "preflight-passed" -> new RunEvent.PreflightPassed(time, texts(json.object("secrets")));
      case "step-started" ->
          new RunEvent.StepStarted(time, json.string("step"), (int) json.number("attempt"));
      case "step-logged" ->
          new RunEvent.StepLogged(
              time,
              json.string("step"),
              (int) json.number("attempt"),
              json.string("level"),
              json.string("message"));
      case "step-succeeded" ->
          new RunEvent.StepSucceeded(
              time,
              json.string("step"),
              (int) json.number("attempt"),
              Duration.ofMillis(json.number("millis")),
              texts(json.object("secrets")),
              json.objects("outputs").stream().map(EventFormat::artifact).toList());
      case "step-failed" -> stepFailed(json, time);
      case "step-skipped" ->
          new RunEvent.StepSkipped(time, json.string("step"), json.string("reason"));
      case "run-finished" -> new RunEvent.RunFinished(time, runStatus(json.string("status")));
      default -> null;
    };
  }

  private static RunEvent runStarted(JsonObject json, Instant time) {
    json.number("format"); // It must be there.
    return new RunEvent.RunStarted(
        time,
        json.string("run"),
        json.string("pipeline"),
        json.string("class"),
        json.string("stack"),
        new DriverProcess(
            json.number("pid"), json.number("processStarted"), json.string("host", "")),
        texts(json.object("parameters")),
        json.strings("steps"));
  }

  private static RunEvent stepFailed(JsonObject json, Instant time) {
    long retryIn = json.number("retryInMillis", -1);
    return new RunEvent.StepFailed(
        time,
        json.string("step"),
        (int) json.number("attempt"),
        Duration.ofMillis(json.number("millis")),
        texts(json.object("secrets")),
        new Failure(json.string("failure"), json.string("message", ""), json.string("details", "")),
        retryIn < 0 ? null : Duration.ofMillis(retryIn));
  }

  private static String kind(RunEvent event) {
    if (event instanceof RunEvent.RunStarted) {
      return "run-started";
    } else if (event instanceof RunEvent.PreflightPassed) {
      return "preflight-passed";
    } else if (event instanceof RunEvent.StepStarted) {
      return "step-started";
    } else if (event instanceof RunEvent.StepLogged) {
      return "step-logged";
    } else if (event instanceof RunEvent.StepSucceeded) {
      return "step-succeeded";
    } else if (event instanceof RunEvent.StepFailed) {
      return "step-failed";
    } else if (event instanceof RunEvent.StepSkipped) {
      return "step-skipped";
    }
    return "run-finished";
  }

  /** {@code Instant.toString} would load the formatting of dates, which costs more than a step. */
  private static String time(Instant time) {
    long seconds = time.getEpochSecond();
    int millis = time.getNano() / 1_000_000;
    String whole = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC).toString();
    String full = whole.length() == "2026-01-01T00:00".length() ? whole + ":00" : whole;
    return full + "." + String.valueOf(1000 + millis).substring(1) + "Z";
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new JsonFormatException("the field 'time' is no instant");
    }
  }

  private static RunStatus runStatus(String label) {
    for (RunStatus status : RunStatus.values()) {
      if (status != RunStatus.UNREADABLE && status.label().equals(label)) {
        return status;
      }
    }
    throw new JsonFormatException("the field 'status' is none that this version knows");
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.fields().keySet().forEach(name -> texts.put(name, json.string(name)));
    return texts;
  }

  private static List<Map<String, @Nullable Object>> artifacts(List<Artifact> artifacts) {
    List<Map<String, @Nullable Object>> maps = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      maps.add(toMap(artifact));
    }
    return maps;
  }

  /** An artifact as the fields that stand in events and step results. */
  public static Map<String, @Nullable Object> toMap(Artifact artifact) {
    List<Map<String, @Nullable Object>> files = new ArrayList<>();
    for (ArtifactFile file : artifact.files()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("name", file.name());
      map.put("size", file.size());
      map.put("sha256", file.sha256());
      if (file.path() != null) {
        map.put("path", file.path());
      }
      if (file.content() != null) {
        map.put("content", Base64.getEncoder().encodeToString(file.content()));
      }
      files.add(map);
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", artifact.output());
    map.put("files", files);
    return map;
  }

  /** Reads what {@link #toMap(Artifact)} wrote. */
  public static Artifact artifact(JsonObject json) {
    return new Artifact(
        json.string("name"), json.objects("files").stream().map(EventFormat::file).toList());
  }

  private static ArtifactFile file(JsonObject json) {
    String content = json.stringOrNull("content");
    try {
      return new ArtifactFile(
          json.string("name"),
          json.number("size"),
          json.string("sha256"),
          json.stringOrNull("path"),
          content == null ? null : Base64.getDecoder().decode(content));
    } catch (IllegalArgumentException e) {
      throw new JsonFormatException("the field 'content' is not base64");
    }
  }
}
