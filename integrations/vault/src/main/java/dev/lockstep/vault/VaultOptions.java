package dev.lockstep.vault;

import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.StackException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the flavor, and the variables that stand in for those that are absent: of
 * OpenBao's command line ({@code BAO_*}), then of Vault's ({@code VAULT_*}).
 */
final class VaultOptions {
  private static final String ADDRESS = "address";
  private static final String MOUNT = "mount";
  private static final String NAMESPACE = "namespace";
  private static final String AUTH = "auth";
  private static final String TOKEN = "token";
  private static final String TOKEN_FILE = "token_file";
  private static final String ROLE_ID = "role_id";
  private static final String SECRET_ID = "secret_id";
  private static final String SECRET_ID_FILE = "secret_id_file";
  private static final String AUTH_MOUNT = "auth_mount";
  private static final String ROLE = "role";
  private static final String JWT_FILE = "jwt_file";
  private static final String CA_CERT = "ca_cert";
  private static final String REDIRECT_HOSTS = "redirect_hosts";

  private static final String SERVICE_ACCOUNT_TOKEN =
      "/var/run/secrets/kubernetes.io/serviceaccount/token";

  static final List<FlavorOption> ALL =
      List.of(
          FlavorOption.optional(
              ADDRESS,
              "uri",
              "Where the server is, such as https://vault.example.com:8200; default: BAO_ADDR or"
                  + " VAULT_ADDR."),
          FlavorOption.withDefault(MOUNT, "text", "secret", "Where the KV engine is mounted."),
          FlavorOption.optional(
              NAMESPACE, "text", "The namespace; default: BAO_NAMESPACE or VAULT_NAMESPACE."),
          FlavorOption.withDefault(
              AUTH, "token|approle|kubernetes", "token", "How the component gets its token."),
          FlavorOption.optional(
                  TOKEN,
                  "text",
                  "The token; default: token_file, else BAO_TOKEN or VAULT_TOKEN, else the file"
                      + " .vault-token in HOME.")
              .asSensitive(),
          FlavorOption.optional(
              TOKEN_FILE,
              "path",
              "The file with the token, which is read again when the server refuses it."),
          FlavorOption.optional(ROLE_ID, "text", "The role's id, for auth=approle."),
          FlavorOption.optional(SECRET_ID, "text", "The role's secret id, for auth=approle.")
              .asSensitive(),
          FlavorOption.optional(
              SECRET_ID_FILE, "path", "The file with the secret id, read at each login."),
          FlavorOption.optional(
              AUTH_MOUNT,
              "text",
              "Where the login method is mounted; default: approle or kubernetes."),
          FlavorOption.optional(ROLE, "text", "The role, for auth=kubernetes."),
          FlavorOption.withDefault(
              JWT_FILE,
              "path",
              SERVICE_ACCOUNT_TOKEN,
              "The file with the service account's token, read at each login, for"
                  + " auth=kubernetes."),
          FlavorOption.optional(
              CA_CERT,
              "path",
              "The certificates (PEM) that are trusted in place of the JDK's; default: BAO_CACERT"
                  + " or VAULT_CACERT."),
          FlavorOption.optional(
              REDIRECT_HOSTS,
              "text",
              "Hosts to which a standby may send the token, with commas; default: none but the"
                  + " address's own."));

  private final Options options;
  private final ComponentContext context;

  VaultOptions(Options options, ComponentContext context) {
    this.options = options;
    this.context = context;
  }

  VaultServer server() {
    List<String> hosts = new ArrayList<>();
    String listed = options.optional(REDIRECT_HOSTS).orElse("");
    int start = 0;
    while (start < listed.length()) {
      int comma = listed.indexOf(',', start);
      hosts.add(listed.substring(start, comma < 0 ? listed.length() : comma).strip());
      start = comma < 0 ? listed.length() : comma + 1;
    }
    String namespace = namespace();
    Optional<Path> certificates = options.path(CA_CERT);
    String fromEnvironment = variable("CACERT");
    return new VaultServer(
        // The last to be looked at: what is wrong elsewhere is so on every machine.
        address(),
        namespace,
        certificates.isPresent()
            ? certificates.get()
            : fromEnvironment == null ? null : Path.of(fromEnvironment),
        hosts);
  }

  private String namespace() {
    Optional<String> given = options.optional(NAMESPACE);
    if (given.isPresent()) {
      return place(NAMESPACE, given.get());
    }
    String variable = variable("NAMESPACE");
    String namespace = variable == null ? "" : withoutSlashes(variable);
    if (!KvEngine.isPlain(namespace)) {
      throw notHere("has a namespace from VAULT_NAMESPACE that cannot be one", NAMESPACE, "PATH");
    }
    return namespace;
  }

  private URI address() {
    Optional<String> given = options.optional(ADDRESS);
    if (given.isPresent()) {
      URI address = address(given.get());
      if (address == null) {
        throw wrong(
            "has an attribute 'address' that is not like https://vault.example.com:8200",
            ADDRESS,
            "URL");
      }
      return address;
    }
    String variable = variable("ADDR");
    if (variable == null) {
      throw notHere("has no attribute 'address', and VAULT_ADDR is not set", ADDRESS, "URL");
    }
    URI address = address(variable);
    if (address == null) {
      throw notHere(
          "has an address from VAULT_ADDR that is not like https://vault.example.com:8200",
          ADDRESS,
          "URL");
    }
    return address;
  }

  private static @Nullable URI address(String text) {
    URI address;
    try {
      address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (URISyntaxException e) {
      return null;
    }
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    return web
            && address.getHost() != null
            && address.getRawUserInfo() == null
            && address.getRawQuery() == null
        ? address
        : null;
  }

  /** The path of the KV engine, without slashes around it. */
  String mount() {
    return place(MOUNT, options.text(MOUNT));
  }

  VaultLogin login() {
    refuseOthers();
    return switch (options.text(AUTH)) {
      case "approle" ->
          new AppRoleLogin(
              authMount("approle"),
              required(ROLE_ID, "approle"),
              options.optional(SECRET_ID).orElse(null),
              options.path(SECRET_ID_FILE).orElse(null));
      case "kubernetes" ->
          new KubernetesLogin(
              authMount("kubernetes"),
              required(ROLE, "kubernetes"),
              options.path(JWT_FILE).orElse(Path.of(SERVICE_ACCOUNT_TOKEN)));
      default -> token();
    };
  }

  /** What is there and would be passed over in silence is a mistake in what is not. */
  private void refuseOthers() {
    String auth = options.text(AUTH);
    for (String option :
        List.of(TOKEN, TOKEN_FILE, ROLE_ID, SECRET_ID, SECRET_ID_FILE, ROLE, AUTH_MOUNT)) {
      if (options.optional(option).isPresent() && !isOf(auth, option)) {
        throw wrong(
            "has an attribute '" + option + "', which means nothing with auth=" + auth,
            AUTH,
            option.equals(ROLE) ? "kubernetes" : option.startsWith(TOKEN) ? "token" : "approle");
      }
    }
    refuseBoth(TOKEN, TOKEN_FILE);
    refuseBoth(SECRET_ID, SECRET_ID_FILE);
  }

  private static boolean isOf(String auth, String option) {
    return switch (option) {
      case TOKEN, TOKEN_FILE -> auth.equals("token");
      case ROLE_ID, SECRET_ID, SECRET_ID_FILE -> auth.equals("approle");
      case ROLE -> auth.equals("kubernetes");
      default -> !auth.equals("token");
    };
  }

  private void refuseBoth(String value, String file) {
    if (options.optional(value).isPresent() && options.path(file).isPresent()) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The secrets manager '"
              + context.component()
              + "' has an attribute '"
              + value
              + "' and an attribute '"
              + file
              + "', of which one is enough. Fix: lockstep secrets-manager remove-attribute "
              + context.component()
              + " "
              + value);
    }
  }

  private VaultLogin token() {
    Optional<String> token = options.optional(TOKEN);
    Optional<Path> file = options.path(TOKEN_FILE);
    if (token.isPresent() || file.isPresent()) {
      return new GivenToken(context.component(), token.orElse(null), file.orElse(null));
    }
    String variable = variable("TOKEN");
    String home = context.environment().get("HOME");
    return new GivenToken(
        context.component(),
        variable,
        variable != null || home == null ? null : Path.of(home, ".vault-token"));
  }

  private String authMount(String usual) {
    return place(AUTH_MOUNT, options.optional(AUTH_MOUNT).orElse(usual));
  }

  private String required(String option, String auth) {
    Optional<String> value = options.optional(option);
    if (value.isEmpty()) {
      throw wrong("has no attribute '" + option + "', which auth=" + auth + " needs", option, "ID");
    }
    return value.get();
  }

  /** A path in the server, without slashes around it. */
  private String place(String option, String path) {
    String place = withoutSlashes(path);
    if (!KvEngine.isPlain(place) || (place.isEmpty() && !option.equals(NAMESPACE))) {
      throw wrong(
          "has an attribute '"
              + option
              + "' that cannot be a path: it has letters, digits, '_', '.', '-' and '/'",
          option,
          "PATH");
    }
    return place;
  }

  private static String withoutSlashes(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  private @Nullable String variable(String name) {
    String value = context.environment().get("BAO_" + name);
    if (value == null || value.isEmpty()) {
      value = context.environment().get("VAULT_" + name);
    }
    return value == null || value.isEmpty() ? null : value;
  }

  private StackException wrong(String problem, String option, String value) {
    return refusal(StackException.Reason.INVALID, problem, option, value);
  }

  /** The attributes are in order, the variables of this process are not. */
  private StackException notHere(String problem, String option, String value) {
    return refusal(StackException.Reason.UNAVAILABLE, problem, option, value);
  }

  private StackException refusal(
      StackException.Reason reason, String problem, String option, String value) {
    return new StackException(
        reason,
        "The secrets manager '"
            + context.component()
            + "' "
            + problem
            + ". Fix: lockstep secrets-manager update "
            + context.component()
            + " --"
            + option
            + "="
            + value);
  }
}
