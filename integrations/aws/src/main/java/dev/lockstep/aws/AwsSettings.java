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

  /** The options that components of both flavors have. */
  static List<FlavorOption> options() {
    return List.of(
        FlavorOption.optional(
            "region",
            "text",
            "the region, such as eu-central-1; default: AWS_REGION, or the profile's"),
        FlavorOption.optional(
            "profile", "text", "the profile in ~/.aws; default: AWS_PROFILE, or 'default'"),
        FlavorOption.optional(
            "role_arn", "text", "a role that is assumed with the credentials that are found"),
        FlavorOption.optional("external_id", "text", "the external ID that the role asks for"),
        FlavorOption.withDefault(
            "role_session_name", "text", "lockstep", "what CloudTrail calls sessions of the role"),
        FlavorOption.optional(
            "endpoint", "uri", "another address than AWS's, of a VPC endpoint or an emulator"));
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
    return new AwsSettings(
        options.optional("region").orElse(null),
        options.optional("profile").orElse(null),
        options.optional("role_arn").orElse(null),
        options.optional("external_id").orElse(null),
        options.text("role_session_name"),
        endpoint,
        key,
        timeout,
        HttpConnections.of(context.environment()));
  }
}
