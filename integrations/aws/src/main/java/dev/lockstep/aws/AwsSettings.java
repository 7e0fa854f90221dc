package dev.lockstep.aws;

import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How AWS is reached, and as whom.
 *
 * @param region null for the one that the environment or the profile has
 * @param profile of the files in {@code ~/.aws}; null for the default one
 * @param roleArn a role to take with the credentials that are found; null for none
 * @param externalId what the role's owner asks for; null for nothing
 * @param sessionName the name under which AWS records what is done with the role
 * @param endpoint null for AWS's own
 * @param key an access key instead of the credentials that are found; null for those
 * @param timeout how long to wait for a connection, and for each answer
 * @param connections the way to AWS
 */
record AwsSettings(
    @Nullable String region,
    @Nullable String profile,
    @Nullable String roleArn,
    @Nullable String externalId,
    String sessionName,
    @Nullable URI endpoint,
    @Nullable AccessKey key,
    Duration timeout,
    HttpConnections connections) {
  /**
   * An access key.
   *
   * @param token of a temporary one; null for others
   */
  record AccessKey(SecretValue id, SecretValue secret, @Nullable SecretValue token) {}

  /** What is wrong with the credentials. */
  String problem(AwsFailure failure) {
    String found = profile == null ? "no AWS credentials were found" : of("gives no credentials");
    return switch (failure.kind()) {
      case NO_PROFILE -> NamedProfile.of(profile).map(NamedProfile::problem).orElse(found);
      case NO_LOGIN ->
          (profile == null ? "the AWS profile" : of(""))
              + " logs in with what is no part of the integration, such as IAM Identity Center";
      case NO_FILES -> "the files in ~/.aws cannot be read";
      case LOGIN_DENIED ->
          (roleArn == null ? "the login" : "the role '" + roleArn + "'")
              + " was refused, "
              + failure.code();
      default -> found;
    };
  }

  private String of(String problem) {
    return "the AWS profile '" + profile + "'" + (problem.isEmpty() ? "" : " " + problem);
  }

  /**
   * What mends that.
   *
   * @param update the command up to the name of an attribute
   */
  String fix(AwsFailure failure, String update) {
    String other = "log in with AWS's tools, or " + update + "profile=PROFILE";
    return switch (failure.kind()) {
      case NO_PROFILE -> NamedProfile.of(profile).map(named -> named.fix(update)).orElse(other);
      case NO_LOGIN ->
          "eval \"$(aws configure export-credentials "
              + (profile == null ? "" : "--profile " + profile + " ")
              + "--format env)\""
              + (profile == null ? "" : ", and do without the attribute profile");
      case NO_FILES -> "mend what 'aws configure list' complains of";
      case LOGIN_DENIED ->
          "allow sts:AssumeRole to the credentials that are found, in their policy and in the"
              + " role's trust policy with its external id, or use others: "
              + update
              + "profile=PROFILE";
      default -> other;
    };
  }

  /** The options that components of both flavors have. */
  static List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            "region",
            "text",
            "The region, such as eu-central-1; default: AWS_REGION, or the profile's."),
        FlavorOption.optional(
            "profile", "text", "The profile in ~/.aws; default: AWS_PROFILE, or 'default'."),
        FlavorOption.optional(
            "role_arn", "text", "A role that is assumed with the credentials that are found."),
        FlavorOption.optional("external_id", "text", "The external ID that the role asks for."),
        FlavorOption.withDefault(
            "role_session_name", "text", "lockstep", "What CloudTrail calls sessions of the role."),
        FlavorOption.optional(
            "endpoint", "uri", "Another address than AWS's, of a VPC endpoint or an emulator."));
  }

  /** Reads those options. */
  static AwsSettings of(
      Options options, ComponentContext context, @Nullable AccessKey key, Duration timeout) {
    URI endpoint = options.optional("endpoint", URI.class).orElse(null);
    if (endpoint != null
        && (endpoint.getHost() == null
            || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme())))) {
      throw new IllegalArgumentException("the attribute 'endpoint' is no http or https URI");
    }
    String region = options.optional("region").orElse(null);
    String role = options.optional("role_arn").orElse(null);
    String session = options.text("role_session_name");
    if (region != null && !AwsFailure.isRegion(region)) {
      throw new IllegalArgumentException(
          "the attribute 'region' is no region such as eu-central-1");
    }
    if (role != null && !(role.startsWith("arn:") && role.contains(":role/"))) {
      throw new IllegalArgumentException(
          "the attribute 'role_arn' is not like arn:aws:iam::123456789012:role/NAME");
    }
    if (role == null && options.optional("external_id").isPresent()) {
      throw new IllegalArgumentException("the attribute 'external_id' goes with 'role_arn'");
    }
    if (!isSessionName(session)) {
      throw new IllegalArgumentException(
          "the attribute 'role_session_name' has 2 to 64 letters, digits and characters of"
              + " _+=,.@-");
    }
    return new AwsSettings(
        region,
        options.optional("profile").orElse(null),
        role,
        options.optional("external_id").orElse(null),
        session,
        endpoint,
        key,
        timeout,
        HttpConnections.of(context.environment()));
  }

  /** By the reference of STS's AssumeRole. */
  private static boolean isSessionName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "_+=,.@-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return name.length() >= 2 && name.length() <= 64;
  }
}
