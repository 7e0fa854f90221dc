package dev.lockstep.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.identity.CredentialUnavailableException;
import dev.lockstep.azure.VaultRefusal.State;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import dev.lockstep.secret.provider.ProviderFailure.Kind;
import dev.lockstep.secret.provider.Unanswered;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK's exceptions mean: by status and by the codes of the answer, because one type of
 * exception stands for different answers. Codes are all that is taken from an answer, texts may
 * hold anything.
 *
 * <p>Statuses and codes: <a
 * href="https://learn.microsoft.com/azure/key-vault/general/rest-error-codes">Azure Key Vault REST
 * API error codes</a>, and answers that the SDKs' own tests have recorded.
 */
final class VaultFailures {
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,39}");
  private static final Pattern LOGIN_CODE = Pattern.compile("AADSTS[0-9]{1,9}");

  private VaultFailures() {}

  /** The codes of an answer; empty where it has none. */
  private record Codes(String outer, String inner) {
    static final Codes NONE = new Codes("", "");

    String shown(int status) {
      String code = inner.isEmpty() ? outer : inner;
      return "HTTP " + status + (code.isEmpty() ? "" : " " + code);
    }
  }

  /**
   * Tells what an exception of the SDK means.
   *
   * @throws VaultRefusal when it tells the state of the secret's name
   */
  static ProviderFailure of(RuntimeException thrown, Need need) throws VaultRefusal {
    if (thrown instanceof HttpResponseException failure
        && failure.getResponse() != null
        && !isOfLogin(failure, failure.getResponse())) {
      return ofAnswer(failure.getResponse(), need);
    }
    if (thrown instanceof CredentialUnavailableException) {
      return new ProviderFailure(
          Kind.DENIED,
          "no usable credentials were found",
          "log in with az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and"
              + " AZURE_CLIENT_SECRET, or give the machine a managed identity");
    }
    boolean network = hasCause(thrown, IOException.class);
    if (thrown instanceof ClientAuthenticationException && !network) {
      Matcher code = LOGIN_CODE.matcher(String.valueOf(thrown.getMessage()));
      return new ProviderFailure(
          Kind.DENIED,
          "the login was refused" + (code.find() ? " (" + code.group() + ")" : ""),
          "check the tenant, the client and its secret or certificate");
    }
    String why = Unanswered.why(thrown);
    if (why == null) {
      why = network ? "no whole answer came" : "its answer cannot be understood";
    }
    return unreachable(why);
  }

  /** The client throws that type for a vault's 401 only; the rest is of the library for logins. */
  private static boolean isOfLogin(HttpResponseException thrown, HttpResponse answer) {
    return thrown instanceof ClientAuthenticationException && answer.getStatusCode() != 401;
  }

  private static ProviderFailure ofAnswer(HttpResponse answer, Need need) throws VaultRefusal {
    int status = answer.getStatusCode();
    Codes codes = codes(answer);
    String shown = codes.shown(status);
    return switch (status) {
      case 401 ->
          new ProviderFailure(
              Kind.DENIED,
              shown,
              "check that the credentials are of the tenant that the vault is in");
      case 403 -> {
        if (codes.inner().equals("SecretDisabled")) {
          throw new VaultRefusal(State.DISABLED, shown);
        }
        if (codes.inner().equals("SecretManagedByKeyVault")) {
          yield new ProviderFailure(
              Kind.INVALID,
              shown + ", it belongs to a certificate of the vault",
              "change or delete that certificate, az keyvault certificate, or use another name");
        }
        if (codes.inner().equals("ForbiddenByPolicy") && need == Need.PURGE) {
          yield new ProviderFailure(
              Kind.DENIED, "the vault has purge protection (" + shown + ")", "");
        }
        yield new ProviderFailure(
            Kind.DENIED,
            shown,
            codes.inner().equals("ForbiddenByFirewall")
                    || codes.inner().equals("ForbiddenByConnection")
                ? "allow this machine in the vault's network settings"
                : need.fix());
      }
      case 404 -> {
        // Who says so without the vault's code is someone on the way to it.
        if (codes.outer().equals("SecretNotFound")) {
          throw new VaultRefusal(State.MISSING, shown);
        }
        yield unreachable(shown + ", which is no vault's answer");
      }
      case 409 -> {
        if (codes.inner().equals("ObjectIsDeletedButRecoverable")) {
          throw new VaultRefusal(State.DELETED, shown);
        }
        throw new VaultRefusal(State.IN_BETWEEN, shown);
      }
      case 429 -> later(new ProviderFailure(Kind.THROTTLED, shown, ""), answer);
      case 408, 503 -> later(unreachable(shown), answer);
      default ->
          status >= 400 && status < 500
              ? new ProviderFailure(Kind.INVALID, shown, "")
              : unreachable(shown);
    };
  }

  /** The failure, with what the answer says of when to come back. */
  private static ProviderFailure later(ProviderFailure failure, HttpResponse answer) {
    Duration wait = retryAfter(answer);
    return wait == null ? failure : failure.retryAfter(wait);
  }

  private static ProviderFailure unreachable(String detail) {
    return new ProviderFailure(Kind.UNREACHABLE, detail, "");
  }

  private static Codes codes(HttpResponse answer) {
    try {
      JsonObject error =
          Json.readObject(answer.getBodyAsBinaryData().toString()).objectOrNull("error");
      if (error == null) {
        return Codes.NONE;
      }
      JsonObject inner = error.objectOrNull("innererror");
      return new Codes(
          code(error.stringOrNull("code")), inner == null ? "" : code(inner.stringOrNull("code")));
    } catch (JsonFormatException e) {
      return Codes.NONE;
    }
  }

  private static String code(@Nullable String text) {
    return text != null && CODE.matcher(text).matches() ? text : "";
  }

  private static @Nullable Duration retryAfter(HttpResponse answer) {
    String seconds = answer.getHeaders().getValue(HttpHeaderName.RETRY_AFTER);
    try {
      return seconds == null ? null : Duration.ofSeconds(Integer.parseInt(seconds.strip()));
    } catch (NumberFormatException e) {
      return null; // A date: the usual pause will do.
    }
  }

  private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
    int depth = 0;
    for (Throwable each = thrown; each != null && depth < 20; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
      depth++;
    }
    return false;
  }
}
