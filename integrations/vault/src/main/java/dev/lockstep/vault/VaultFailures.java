package dev.lockstep.vault;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells failures apart, by status and by the shape of the answer, whose text is not shown. */
final class VaultFailures {
  private VaultFailures() {}

  /** The failure that an answer is. */
  static ProviderFailure of(VaultResponse response, String method, String path) {
    int status = response.status();
    String code = "HTTP " + status;
    return switch (status) {
      case 400 ->
          new ProviderFailure(
              Kind.INVALID,
              code,
              "check that the secret has less than 500 keys, and what the server's audit log says");
      case 401, 403 -> denied(code, method, path);
      case 407 ->
          new ProviderFailure(
              Kind.DENIED, code, "put the name and the password for the proxy into its address");
      case 404, 405 -> notThere(response, code);
      case 412 ->
          unreachable(code + ", it has not caught up with the last write", "try again soon");
      case 413 -> new ProviderFailure(Kind.INVALID, code, "part the secret into several");
      case 429 -> busy(response, code);
      case 472, 473 -> standby(code);
      case 503 -> unavailable(response, code);
      default -> unreachable(code, "check the server and the address");
    };
  }

  private static ProviderFailure denied(String code, String method, String path) {
    int query = path.indexOf('?');
    String capability =
        switch (method) {
          case "GET" -> query < 0 ? "\"read\"" : "\"list\"";
          case "DELETE" -> "\"delete\"";
          default -> "\"create\", \"update\"";
        };
    return new ProviderFailure(
        Kind.DENIED,
        code,
        "check the token, or let its policy have: path \""
            + (query < 0 ? path : path.substring(0, query))
            + "\" { capabilities = ["
            + capability
            + "] }");
  }

  private static ProviderFailure notThere(VaultResponse response, String code) {
    String complaints = response.complaints();
    if (complaints.contains("no handler for route")) {
      return unreachable(
          code + ", nothing is mounted there", "check the attributes mount and namespace");
    }
    if (complaints.contains("namespace not found")) {
      return unreachable(code + ", there is no such namespace", "check the attribute namespace");
    }
    return unreachable(
        code + " that does not tell of a secret",
        "check the attributes address and mount, and what stands between");
  }

  /** A quota, unless it is what a load balancer passes on of a standby's health. */
  private static ProviderFailure busy(VaultResponse response, String code) {
    try {
      JsonObject body = response.json();
      if (body.fields().containsKey("standby")) {
        return standby(code);
      }
    } catch (ProviderFailure e) {
      // What is no JSON is no health either.
    }
    ProviderFailure failure =
        new ProviderFailure(
            Kind.THROTTLED, code, "raise the rate limit quota, or run fewer steps at once");
    Duration wait = seconds(response);
    return wait == null ? failure : failure.retryAfter(wait);
  }

  private static @Nullable Duration seconds(VaultResponse response) {
    try {
      String wait = response.retryAfter();
      return wait == null ? null : Duration.ofSeconds(Long.parseLong(wait.strip()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static ProviderFailure standby(String code) {
    return unreachable(code + ", it is a standby", "use the active server's address");
  }

  private static ProviderFailure unavailable(VaultResponse response, String code) {
    return response.complaints().contains("sealed") || response.text().contains("\"sealed\":true")
        ? unreachable(code + ", it is sealed", "unseal the server")
        : unreachable(code, "check the server and the address");
  }

  /** The failure of a login. */
  static ProviderFailure ofLogin(VaultResponse response, String what, String fix) {
    int status = response.status();
    if (status == 404 && response.complaints().contains("no handler for route")) {
      return new ProviderFailure(
          Kind.DENIED,
          "HTTP 404 at the login with " + what + ", which is not mounted there",
          "check the attributes auth_mount and namespace");
    }
    return status == 400 || status == 403
        ? new ProviderFailure(Kind.DENIED, "HTTP " + status + " at the login with " + what, fix)
        : of(response, "POST", "");
  }

  /** The failure of a request that got no answer. */
  static ProviderFailure unanswered(IOException failure, Duration timeout) {
    if (failure instanceof SocketTimeoutException) {
      return unreachable("none within " + timeout.toString().substring(2), "");
    }
    if (failure instanceof UnknownHostException) {
      return unreachable("there is no host of that name", "check the attribute address");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return unreachable("nothing listens at the address", "check the attribute address");
    }
    if (failure instanceof SSLException) {
      return unreachable(
          "no secure connection could be made (" + failure.getClass().getSimpleName() + ")",
          "check the address, and name the server's certificate authority in the attribute"
              + " ca_cert");
    }
    return unreachable(
        "the connection broke (" + failure.getClass().getSimpleName() + ")",
        "check the server and the network");
  }

  /** An answer that no server of this kind gives. */
  static ProviderFailure senseless(int status) {
    return unreachable(
        "HTTP " + status + " with an answer that makes no sense",
        "check that the address is the server's, and what stands between");
  }

  private static ProviderFailure unreachable(String detail, String fix) {
    return new ProviderFailure(Kind.UNREACHABLE, detail, fix);
  }
}
