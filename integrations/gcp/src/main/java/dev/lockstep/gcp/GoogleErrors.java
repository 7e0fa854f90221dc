package dev.lockstep.gcp;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import dev.lockstep.gcp.GoogleFailure.Kind;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.Unanswered;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures of Google's services apart by the codes in the body of the answer (<a
 * href="https://google.aip.dev/193">AIP-193</a>, and <a
 * href="https://cloud.google.com/storage/docs/json_api/v1/status-codes">Cloud Storage's own</a>).
 * The HTTP status alone would not do: a gateway answers 404 as well.
 */
final class GoogleErrors {
  private static final String LOGIN =
      "gcloud auth application-default login, or another credentials_file";
  private static final int LONGEST_CODE = 63;

  private GoogleErrors() {}

  /**
   * What a failure of a client means.
   *
   * @param service what has to be enabled in the project, such as {@code
   *     secretmanager.googleapis.com}
   */
  static GoogleFailure of(Throwable failure, String service) {
    boolean ofCredentials = false;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      // Credentials fetch their tokens within a call, by a client of their own.
      if (each instanceof Retryable credentials && each instanceof IOException) {
        if (credentials.isRetryable()) {
          return new GoogleFailure(Kind.UNREACHABLE, "no access token could be fetched", "");
        }
        ofCredentials = true;
      } else if (each instanceof HttpResponseException answer && !ofCredentials) {
        return of(
            answer.getStatusCode(), answer.getContent(), retryAfter(answer.getHeaders()), service);
      }
    }
    if (ofCredentials) {
      return new GoogleFailure(Kind.DENIED, "its credentials get no access token", LOGIN);
    }
    String why = Unanswered.why(failure);
    return new GoogleFailure(
        Kind.UNREACHABLE, why == null ? "no answer that can be understood" : why, "");
  }

  /** What an answer with an error means. */
  static GoogleFailure of(
      int http, @Nullable String body, @Nullable Duration retryAfter, String service) {
    JsonObject error = error(body);
    if (error == null) {
      if (http == 401 && (body == null || body.isEmpty())) {
        // The JDK hands out no body of such an answer to a request that has one.
        return new GoogleFailure(Kind.DENIED, "HTTP 401", LOGIN);
      }
      // Not from Google, or not all of it.
      return http == 429
          ? new GoogleFailure(Kind.THROTTLED, "HTTP 429", "", retryAfter)
          : new GoogleFailure(Kind.UNREACHABLE, "HTTP " + http, "", retryAfter);
    }
    String code = code(error, http);
    String reason = reason(error);
    if (reason.equals("SERVICE_DISABLED") || reason.equals("accessNotConfigured")) {
      return new GoogleFailure(
          Kind.DENIED, code + ", " + reason, "gcloud services enable " + service);
    }
    return new GoogleFailure(
        isOfRate(reason) ? Kind.THROTTLED : kind(code, http),
        reason.isEmpty() ? code : code + ", " + reason,
        http == 401 ? LOGIN : "",
        retryAfter);
  }

  /** Cloud Storage says some of these with 403. */
  private static boolean isOfRate(String reason) {
    return reason.equals("rateLimitExceeded") || reason.equals("userRateLimitExceeded");
  }

  private static Kind kind(String code, int http) {
    return switch (code) {
      case "NOT_FOUND" -> Kind.MISSING;
      case "ALREADY_EXISTS" -> Kind.EXISTS;
      case "FAILED_PRECONDITION" -> Kind.PRECONDITION;
      case "PERMISSION_DENIED", "UNAUTHENTICATED" -> Kind.DENIED;
      case "RESOURCE_EXHAUSTED" -> Kind.THROTTLED;
      case "INVALID_ARGUMENT", "OUT_OF_RANGE", "UNIMPLEMENTED" -> Kind.INVALID;
      case "UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL", "UNKNOWN", "ABORTED", "CANCELLED" ->
          Kind.UNREACHABLE;
      default -> byHttp(http);
    };
  }

  /** For errors of Google's whose code is none of the above, such as all of Cloud Storage. */
  private static Kind byHttp(int http) {
    return switch (http) {
      case 401, 403 -> Kind.DENIED;
      case 404 -> Kind.MISSING;
      case 412 -> Kind.PRECONDITION;
      case 429 -> Kind.THROTTLED;
      case 400, 405, 411, 413, 416, 501 -> Kind.INVALID;
      default -> Kind.UNREACHABLE;
    };
  }

  private static @Nullable JsonObject error(@Nullable String body) {
    if (body == null || body.isEmpty()) {
      return null;
    }
    try {
      return Json.readObject(body).objectOrNull("error");
    } catch (JsonFormatException e) {
      return null;
    }
  }

  private static String code(JsonObject error, int http) {
    Object status = error.fields().get("status");
    return status instanceof String text && isCode(text) ? text : "HTTP " + http;
  }

  /** A reason that is a code, or the empty text. */
  private static String reason(JsonObject error) {
    for (String list : List.of("details", "errors")) {
      if (error.fields().get(list) instanceof List<?> elements && !elements.isEmpty()) {
        for (JsonObject element : error.objects(list)) {
          if (element.fields().get("reason") instanceof String reason && isCode(reason)) {
            return reason;
          }
        }
      }
    }
    return "";
  }

  /** Only what looks like a code of a program is shown. */
  private static boolean isCode(String text) {
    if (text.isEmpty() || text.length() > LONGEST_CODE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')) {
        return false;
      }
    }
    return true;
  }

  static @Nullable Duration retryAfter(@Nullable HttpHeaders headers) {
    String value = headers == null ? null : headers.getRetryAfter();
    if (value == null) {
      return null;
    }
    try {
      return Duration.ofSeconds(Math.max(0, Math.min(Long.parseLong(value.strip()), 3600)));
    } catch (NumberFormatException e) {
      return null; // A date, which no Google service sends.
    }
  }
}
